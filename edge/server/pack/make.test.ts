import { createHash, hash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { rowHash } from '@flowviz/contract/chain'
import { csvCells } from '@flowviz/contract/csv'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { verifyFile } from '../maintain/verify.ts'
import { plantStore } from '../store/plant-store.ts'
import { pagesOf } from '../testing/pdf.ts'
import { type Box, folder, openBox } from '../writer/testing/box.ts'
import { calibrate, configure, decide, lotOn, MANAGER, signedBy, thermometer } from '../writer/testing/line.ts'
import { attempt, step } from '../writer/testing/quality-history.ts'
import { packOf, unpack } from './testing/pack.ts'

const sha256 = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest()
const publicKeyOf = (box: Box) => plantStore(box.engine.db).ledger.state()!.publicKey

interface Records {
  rows: number
  sha256: string
  records: {
    seq: number
    hash: string
    previous: string
    body: string
    section: string
    beside: { signature: unknown }
  }[]
}
const recordsIn = (files: Map<string, Buffer>) => JSON.parse(files.get('records.json')!.toString()) as Records

/** Writes a proof out and checks it as `flowviz ledger verify` does. */
async function verdict(name: string, bytes: Uint8Array, publicKey: string): Promise<boolean> {
  const path = join(folder(), name)
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, bytes)
  return (await verifyFile(path, { publicKey })).ok
}

function busyDay(steps: Parameters<typeof attempt>[1][]): Box {
  const box = openBox()
  configure(box, { dual_control: false })
  thermometer(box)
  calibrate(box)
  const scene = { box, lots: [] }
  for (const one of steps) {
    box.clock.ms += 60_000
    attempt(scene, one)
  }
  return box
}

test('a pack of a random history holds every record as it was hashed, with a proof that stands by itself', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 60 }), async steps => {
      const box = busyDay(steps)
      const files = await unpack(await packOf(box))
      const { records, rows } = recordsIn(files)
      const ledger = new Map(
        plantStore(box.engine.db)
          .ledger.rows(1, 100_000)
          .map(row => [row.seq, row]),
      )
      expect(records.length).toBe(rows)
      for (const { seq, hash: stated, previous, body } of records) {
        const row = ledger.get(seq)!
        expect([body, stated]).toEqual([row.body, Buffer.from(row.hash).toString('hex')])
        expect(Buffer.from(rowHash(sha256, Buffer.from(previous, 'hex'), body)).toString('hex')).toBe(stated)
        expect(await verdict('one.tlog-proof', files.get(`proofs/${seq}.tlog-proof`)!, publicKeyOf(box))).toBe(true)
      }
      const wanted = [...ledger.values()].filter(({ body }) => /"type":"(gate|hold|deviation|record|lot)\./.test(body))
      expect(records.map(({ seq }) => seq)).toEqual(expect.arrayContaining(wanted.map(({ seq }) => seq)))
      expect(csvCells(files.get('records.csv')!.toString()).map(([seq]) => seq)).toEqual([
        'seq',
        ...records.map(({ seq }) => String(seq)),
      ])
    }),
    { numRuns: 5, endOnFailure: true },
  )
}, 60_000)

test('the manifest has the digest of each file, and one flipped byte is found', async () => {
  const box = openBox()
  decide(box, { lot_id: lotOn(box, 'L1'), gate_id: 1 })
  const zip = await packOf(box)
  const files = await unpack(zip)
  const manifest = JSON.parse(files.get('manifest.json')!.toString()) as { files: { name: string; sha256: string }[] }
  expect(manifest.files.map(({ name }) => name).sort()).toEqual(
    [...files.keys()].filter(name => name !== 'manifest.json').sort(),
  )
  for (const { name, sha256: stated } of manifest.files)
    expect([name, hash('sha256', files.get(name)!)]).toEqual([name, stated])
  const [name, proof] = [...files].find(([path]) => path.startsWith('proofs/'))!
  const at = proof.indexOf('extra ') + 60
  const flipped = Buffer.from(proof)
  flipped[at] = flipped[at] === 65 ? 66 : 65
  expect(await verdict(name, proof, publicKeyOf(box))).toBe(true)
  expect(await verdict(name, flipped, publicKeyOf(box))).toBe(false)
})

test('a row that was changed in the file does not fit its hash, and the paper says so', async () => {
  const box = openBox()
  const lot_id = lotOn(box, 'L1')
  decide(box, { lot_id, gate_id: 1, notes: 'all good' })
  const { db } = box.engine
  db.exec('DROP TRIGGER ledger_is_never_updated')
  db.exec(`UPDATE ledger SET body = replace(body, 'all good', 'all best')`)
  const pages = await pagesOf(await packOf(box, { of: { lot_id }, format: 'pdf' }))
  expect(pages.join('\n').replace(/\s+/g, ' ')).toContain('DOES NOT FIT ITS ROW')
})

test('the paper has the plan in force, actual values with limits, calibration, hold, signature and review', async () => {
  const box = openBox()
  thermometer(box)
  calibrate(box)
  const lot_id = lotOn(box, 'L1', { lot_type: 'WIP', product: 'Gulasch' })
  decide(box, { lot_id, gate_id: 1 })
  decide(box, { lot_id, gate_id: 2 })
  const values = [{ parameter: 'core-temperature', value: '62.5' }]
  decide(box, { lot_id, gate_id: 3, decision: 'FAIL', values, instrument_id: 'probe-1', notes: 'too cold' })
  const text = (await pagesOf(await packOf(box, { of: { lot_id }, format: 'pdf' }))).join('\n').replace(/\s+/g, ' ')
  for (const part of [
    'HACCP records: Lot ',
    'Werk Kiel',
    'Anna Auditor (AUDITOR)',
    'not by this site: the plan that comes with the release',
    'critical control point',
    'Gulasch',
    'core-temperature 62.5 Cel',
    'probe-1, calibration valid',
    'too cold',
    'not reviewed yet, due on 2026-12-02',
    'deviation.opened',
    'hold.placed',
    'ice and steam',
    'As found',
    'Checkpoint',
  ])
    expect(text).toContain(part)
})

test('records go into volumes, each with its cover, and none is lost between them', async () => {
  const box = openBox()
  for (let at = 0; at < 12; at += 1) decide(box, { lot_id: lotOn(box, 'L1'), gate_id: 1 })
  const files = await unpack(await packOf(box, {}, { volume_records: 10 }))
  const volumes = [...files.keys()].filter(name => name.endsWith('.pdf'))
  expect(volumes).toEqual(['pack.pdf', 'pack-2.pdf', 'pack-3.pdf'])
  const pages = await Promise.all(volumes.map(name => pagesOf(files.get(name)!)))
  const text = pages.flat().join('\n')
  for (const { seq } of recordsIn(files).records) expect(text).toContain(`No. ${seq} `)
})

test('a pack with more records than one file holds is refused, and nothing of it is left', async () => {
  const box = openBox()
  for (let at = 0; at < 4; at += 1) decide(box, { lot_id: lotOn(box, 'L1'), gate_id: 1 })
  await expect(packOf(box, {}, { records_max: 7 })).rejects.toMatchObject({ code: 'pack_too_large' })
  expect((await unpack(await packOf(box, {}, { records_max: 8 }))).has('manifest.json')).toBe(true)
})

test('a signature in a pack has name, date and time, meaning and what it signs', async () => {
  const box = openBox()
  const lot_id = lotOn(box, 'L1')
  const { hold_id } = box.act('place-hold', { body: { lot_ids: [lot_id], reason: 'smells odd' } })
  const body = { disposition: 'release', reason: 'tasted' } as const
  box.act('disposition-hold', { params: { hold_id }, body }, signedBy(MANAGER))
  const files = await unpack(await packOf(box, { of: { lot_id } }))
  const [signature] = recordsIn(files).records.flatMap(({ beside }) =>
    beside.signature === null ? [] : [beside.signature],
  )
  expect(signature).toMatchObject({ signer_id: MANAGER.id, meaning: 'released', valid: true, problem: null })
  const text = (await pagesOf(files.get('pack.pdf')!)).join('\n').replace(/\s+/g, ' ')
  expect(text).toContain('Date and time 2026-11-23 05:00:00.000 UTC Meaning released Status VALID')
})
