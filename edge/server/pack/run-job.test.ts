import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { verifyPack } from '../maintain/verify-pack.ts'
import { type Box, folder, lotCommand, openBox, START_MS } from '../writer/testing/box.ts'
import { fileOf, type PackJob } from './job.ts'
import { runJob } from './run-job.ts'

/** A job of everything in a plant of so many lots. */
function jobOf(box: Box, lots: number): PackJob {
  for (let at = 0; at < lots; at += 500) box.engine.run(Array.from({ length: 500 }, () => lotCommand()))
  return {
    plant: box.path,
    folder: folder(),
    pack_id: '019ab0a2-5c00-7000-8000-0000000000ff',
    of: { from: new Date(START_MS).toISOString(), to: new Date(START_MS + 86_400_000).toISOString() },
    format: 'zip',
    site_name: 'Werk Kiel',
    requested_at: '2026-11-24T08:00:00.000Z',
    requested_by: 'Anna Auditor (AUDITOR)',
    upto: box.submit('sign-checkpoint', { cause: 'time' }).size,
  }
}

test('a large pack is made in a thread that says how far it is, while ours is free, and it verifies', async () => {
  const job = jobOf(openBox(), 3_000)
  const told: number[] = []
  let ticks = 0
  const timer = setInterval(() => {
    ticks += 1
  }, 20)
  const made = await runJob(job, done => told.push(done)).made
  clearInterval(timer)
  expect(made.records).toBe(3_000)
  expect(told.length).toBeGreaterThan(60)
  expect(told).toEqual(told.toSorted((a, b) => a - b))
  expect(told.at(-1)).toBeLessThanOrEqual(3_000)
  expect(ticks).toBeGreaterThan(20)
  expect(await verifyPack(join(job.folder, fileOf(job)), {})).toMatchObject({ ok: true, records: 3_000 })
}, 120_000)

test('a pack that is ended in the middle leaves nothing, and can be made again', async () => {
  const job = jobOf(openBox(), 1_000)
  const progress = vi.fn()
  const running = runJob(job, progress)
  const refused = expect(running.made).rejects.toMatchObject({ code: 'internal' })
  await vi.waitFor(() => expect(progress.mock.calls.length).toBeGreaterThan(25), { timeout: 30_000, interval: 5 })
  expect(readdirSync(job.folder)).toEqual([`${fileOf(job)}.part`])
  await running.stop()
  await refused
  expect(readdirSync(job.folder)).toEqual([])
  expect(await runJob(job, () => undefined).made).toMatchObject({ records: 1_000 })
  expect(readdirSync(job.folder)).toEqual([fileOf(job)])
}, 120_000)
