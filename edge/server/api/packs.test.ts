import { createHash } from 'node:crypto'
import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Pack } from '@flowviz/contract/pack'
import { expect, test, vi } from 'vitest'
import { pagesOf } from '../testing/pdf.ts'
import { plantFiles, startPlant, type TestPlant } from '../testing/plant.ts'

const DAY_MS = 86_400_000

async function lotOf(plant: TestPlant): Promise<string> {
  const body = { lot_type: 'RAW', weight_kg: '12.5', product: 'Milk' }
  const response = await plant.post('OPERATOR', '/api/v1/lots', { body })
  return ((await response.json()) as { lot_id: string }).lot_id
}

async function request(plant: TestPlant, body: unknown): Promise<Pack> {
  const response = await plant.post('AUDITOR', '/api/v1/packs', { body })
  expect(response.status).toBe(202)
  return (await response.json()) as Pack
}

const packOf = async (plant: TestPlant, pack_id: string): Promise<Pack> =>
  (await (await plant.ask('AUDITOR', `/api/v1/packs/${pack_id}`)).json()) as Pack

/** The pack once it is made, or cannot be. */
const made = (plant: TestPlant, pack_id: string): Promise<Pack> =>
  vi.waitFor(
    async () => {
      const pack = await packOf(plant, pack_id)
      expect(['MADE', 'FAILED']).toContain(pack.state)
      return pack
    },
    { timeout: 20_000, interval: 100 },
  )

const codeOf = async (response: Response) => ((await response.json()) as { code: string }).code

test('an auditor asks for the pack of a lot, sees it made, and fetches a file with the digest of the ledger', async () => {
  const plant = await startPlant()
  const lot_id = await lotOf(plant)
  const asked = await request(plant, { of: { lot_id }, format: 'pdf' })
  expect(['QUEUED', 'RUNNING']).toContain(asked.state)
  const pack = await made(plant, asked.pack_id)
  expect(pack).toMatchObject({ state: 'MADE', lot_id, format: 'pdf', problem: null })
  expect(pack.records_done).toBe(pack.records)
  const response = await plant.ask('AUDITOR', `/api/v1/packs/${pack.pack_id}/file`)
  const bytes = new Uint8Array(await response.arrayBuffer())
  expect(createHash('sha256').update(bytes).digest('hex')).toBe(pack.sha256)
  expect((await pagesOf(bytes)).join('\n')).toContain('Plant A')
  const list = (await (await plant.ask('MANAGER', '/api/v1/packs')).json()) as { records: Pack[] }
  expect(list.records).toEqual([pack])
}, 30_000)

test('what was asked for before a restart is made after it, and what was begun is begun again', async () => {
  const files = plantFiles()
  const plant = await startPlant(files)
  const lot_id = await lotOf(plant)
  const ids: string[] = []
  for (let at = 0; at < 3; at += 1) ids.push((await request(plant, { of: { lot_id }, format: 'zip' })).pack_id)
  await plant.stop()
  const folder = join(files.FLOWVIZ_DATA_DIR!, 'packs')
  writeFileSync(join(folder, `${ids[2]}.zip.part`), 'begun')
  const again = await startPlant(files)
  for (const id of ids) expect(await made(again, id)).toMatchObject({ state: 'MADE' })
  expect(readdirSync(folder).sort()).toEqual(ids.map(id => `${id}.zip`).sort())
}, 60_000)

test('a file is kept for thirty days; after that the pack is gone and can be asked for again', async () => {
  const files = plantFiles()
  const plant = await startPlant(files)
  const lot_id = await lotOf(plant)
  const { pack_id } = await request(plant, { of: { lot_id }, format: 'pdf' })
  await made(plant, pack_id)
  plant.pass(31 * DAY_MS)
  // Their sessions are over too.
  const token = (await plant.signIn('AUDITOR')).access_token
  const headers = { authorization: `Bearer ${token}` }
  const response = await fetch(`${plant.url}/api/v1/packs/${pack_id}/file`, { headers })
  expect([response.status, await codeOf(response)]).toEqual([410, 'pack_gone'])
  await plant.stop()
  const path = join(files.FLOWVIZ_DATA_DIR!, 'packs', `${pack_id}.pdf`)
  expect(existsSync(path)).toBe(true)
}, 30_000)

test('a pack of what is not there, of a period that ends before it begins, or by an operator is refused', async () => {
  const plant = await startPlant()
  await plant.ask('AUDITOR', '/api/v1/packs')
  const before = await plant.seq()
  const ask = async (of: unknown, role: 'AUDITOR' | 'OPERATOR' = 'AUDITOR') =>
    codeOf(await plant.post(role, '/api/v1/packs', { body: { of, format: 'zip' } }))
  expect(await ask({ lot_id: 'NO-SUCH-LOT' })).toBe('lot_not_found')
  expect(await ask({ run_id: 'NO-SUCH-RUN' })).toBe('record_not_found')
  const [from, to] = ['2026-11-24T00:00:00.000Z', '2026-11-23T00:00:00.000Z']
  expect(await ask({ from, to })).toBe('body_invalid')
  expect(await plant.seq()).toBe(before)
  expect(await ask({ from: to, to: from }, 'OPERATOR')).toBe('role_insufficient')
  expect(await codeOf(await plant.ask('AUDITOR', '/api/v1/packs/nothing/file'))).toBe('record_not_found')
})

test('a pack that waits or is being made is taken back by whoever wants it no more, and the next one is made', async () => {
  const plant = await startPlant()
  const lot_id = await lotOf(plant)
  const period = { from: '2000-01-01T00:00:00.000Z', to: '2100-01-01T00:00:00.000Z' }
  const [running, waiting, last] = [
    await request(plant, { of: period, format: 'zip' }),
    await request(plant, { of: period, format: 'zip' }),
    await request(plant, { of: { lot_id }, format: 'pdf' }),
  ]
  const cancel = async ({ pack_id }: Pack) =>
    (await (await plant.post('MANAGER', `/api/v1/packs/${pack_id}/cancel`, { body: {} })).json()) as Pack
  const taken = { state: 'FAILED', problem: { code: 'pack_cancelled' } }
  expect(await cancel(waiting)).toMatchObject(taken)
  expect(await cancel(running)).toMatchObject(taken)
  const file = await plant.ask('AUDITOR', `/api/v1/packs/${running.pack_id}/file`)
  expect([file.status, await codeOf(file)]).toEqual([409, 'pack_cancelled'])
  expect(await made(plant, last.pack_id)).toMatchObject({ state: 'MADE' })
  expect(await cancel(last)).toMatchObject({ state: 'MADE', problem: null })
}, 30_000)
