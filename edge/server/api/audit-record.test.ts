import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { hexOf } from '@flowviz/contract/chain'
import type { Lot } from '@flowviz/contract/lot'
import { expect, test } from 'vitest'
import { ledgerStore } from '../store/ledger-store.ts'
import { openForReading } from '../store/open.ts'
import { pagesOf } from '../testing/pdf.ts'
import { startPlant, type TestPlant } from '../testing/plant.ts'
import { openPlantWriter } from '../writer/plant-writer.ts'

const MANAGER = '019ab0a2-5c00-7000-8000-000000000001'

async function register(plant: TestPlant): Promise<Lot> {
  const body = { lot_type: 'RAW', weight_kg: '12.50', manual_reason: 'scale away', supplier: 'Mleczarnia Łódź' }
  return (await (await plant.post('OPERATOR', '/api/v1/lots', { body })).json()) as Lot
}

async function printed(plant: TestPlant, subject: string): Promise<string> {
  const response = await plant.ask('AUDITOR', `/api/v1/audit/records/${subject}/pdf`)
  expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/pdf'])
  return (await pagesOf(new Uint8Array(await response.arrayBuffer()))).join('\n').replace(/\s+/g, ' ')
}

/** Signs a row of the lot as the stopped plant's own writer would. */
async function sign(plant: TestPlant, { lot_id, seq }: Lot): Promise<void> {
  const path = join(plant.files.FLOWVIZ_DATA_DIR!, 'plant.db')
  const db = openForReading(path)
  const row = ledgerStore(db).row(seq)!
  db.close()
  const boxKeyPem = readFileSync(plant.files.FLOWVIZ_BOX_KEY_FILE!, 'utf8')
  const writer = await openPlantWriter({ path, site: 'plant-a', boxKeyPem, version: '0.1.0' })
  await writer.submit('record', {
    type: 'record.signed',
    actor: { kind: 'person', id: MANAGER, role: 'MANAGER', station: null, device: null, auth: 'pin' },
    subject: `lot:${lot_id}`,
    data: {
      signature_id: '019ab0a2-5c00-7000-8000-0000000000aa',
      signer_id: MANAGER,
      signer_role: 'MANAGER',
      meaning: 'released',
      components: 'name_and_secret',
      session_id: '019ab0a2-5c00-7000-8000-0000000000ab',
      station: null,
      signs: [{ seq, hash: hexOf(row.hash), subject: `lot:${lot_id}` }],
    },
    occurred_at: null,
  })
  await writer.close()
}

test('a lot is printed with its history, who did it, its signature, and what proves it', async () => {
  const plant = await startPlant()
  const lot = await register(plant)
  const subject = `lot:${lot.lot_id}`
  expect(await printed(plant, subject)).toContain('Nobody has signed this record.')
  await plant.stop()
  await sign(plant, lot)
  const next = await startPlant(plant.files)
  const text = await printed(next, subject)
  for (const part of [
    'Plant A (plant-a)',
    `Record ${lot.lot_code} (${subject})`,
    'by AUDITOR (AUDITOR)',
    `No. ${lot.seq} ${lot.registered_at.replace('T', ' ').replace('Z', ' UTC')} lot.registered`,
    'OPERATOR, OPERATOR',
    'Mleczarnia Łódź',
    'scale away',
    'Signed by MANAGER',
    'Meaning released Status VALID',
    'Each row above fits its hash.',
    'Key of the box Ed25519',
    // Stopping signed the head.
    'Checkpoint flowviz',
  ])
    expect(text).toContain(part)
})

test('what is not there or not for this role is refused', async () => {
  const plant = await startPlant()
  for (const [role, subject, status, code] of [
    ['AUDITOR', 'lot:019ab0a2-5c00-7000-8000-00000000dead', 404, 'subject_unknown'],
    ['OPERATOR', 'device:scale-1', 403, 'role_insufficient'],
    ['VIEWER', 'device:scale-1', 403, 'role_insufficient'],
  ] as const) {
    const response = await plant.ask(role, `/api/v1/audit/records/${subject}/pdf`)
    const problem = (await response.json()) as { code: string }
    expect([subject, response.status, problem.code]).toEqual([subject, status, code])
  }
})

test('a device is printed under its name, and a part of the history says that it is one', async () => {
  const plant = await startPlant()
  expect(await printed(plant, 'device:scale-1')).toContain('Record Receiving scale (device:scale-1)')
  const response = await plant.ask('AUDITOR', '/api/v1/audit/records/device:scale-1/pdf?to=2020-01-01T00:00:00.000Z')
  const text = (await pagesOf(new Uint8Array(await response.arrayBuffer()))).join(' ').replace(/\s+/g, ' ')
  expect(text).toContain('from the beginning to 2020-01-01 00:00:00.000 UTC')
  expect(text).toContain('Events none')
})
