import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { pino } from 'pino'
import { expect, onTestFinished, test, vi } from 'vitest'
import { openPlantReader } from '../store/plant-reader.ts'
import { type Box, OPERATOR, openBox, START_MS } from '../writer/testing/box.ts'
import { openPackQueue } from './queue.ts'

const DAY_MS = 86_400_000
const id = (at: number) => `019ab0a2-5c00-7000-8000-00000000000${at}`

/** A pack that the ledger knows as made, kept for so many days. */
function madePack(box: Box, pack_id: string, days: number): void {
  const said = { actor: OPERATOR, subject: `pack:${pack_id}`, occurred_at: null }
  const of = { lot_id: null, run_id: null, from: '2026-01-01T00:00:00.000Z', to: '2026-02-01T00:00:00.000Z' }
  box.submit('record', { type: 'pack.requested', ...said, data: { pack_id, ...of, format: 'zip' } })
  const made = { records: 1, size_bytes: 1, sha256: 'a'.repeat(64), ledger_size: 1 }
  const expires_at = new Date(START_MS + days * DAY_MS).toISOString()
  box.submit('record', { type: 'pack.made', ...said, data: { pack_id, ...made, expires_at } })
}

test('files are swept away once they are past, with what was begun and what no pack knows; the others stay', async () => {
  const box = openBox()
  madePack(box, id(1), 30)
  madePack(box, id(2), 60)
  const data_dir = dirname(box.path)
  const folder = join(data_dir, 'packs')
  mkdirSync(folder)
  for (const name of [`${id(1)}.zip`, `${id(2)}.zip`, `${id(2)}.pdf`, `${id(2)}.zip.part`, `${id(3)}.zip`])
    writeFileSync(join(folder, name), 'x')
  const reader = openPlantReader(box.path)
  const clock = { ms: START_MS }
  const queue = openPackQueue({
    plant: { submit: async (kind, takes) => box.submit(kind, takes) },
    reader,
    data_dir,
    site_name: 'Werk Kiel',
    actor: OPERATOR,
    now: () => clock.ms,
    newId: () => id(9),
    logger: pino({ level: 'silent' }),
    every_ms: 10,
  })
  onTestFinished(async () => {
    await queue.stop()
    reader.close()
  })
  expect(readdirSync(folder).sort()).toEqual([`${id(1)}.zip`, `${id(2)}.zip`])
  clock.ms += 31 * DAY_MS
  await vi.waitFor(() => expect(readdirSync(folder)).toEqual([`${id(2)}.zip`]))
  expect(() => queue.file(reader.record('pack', id(1))!)).toThrow(expect.objectContaining({ code: 'pack_gone' }))
  expect(queue.file(reader.record('pack', id(2))!)).toBe(join(folder, `${id(2)}.zip`))
})
