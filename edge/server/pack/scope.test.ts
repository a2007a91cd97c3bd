import type { AuditFacts } from '@flowviz/contract/audit'
import { expect, test } from 'vitest'
import { pagesOf } from '../testing/pdf.ts'
import { lot, openBox } from '../writer/testing/box.ts'
import { approveMonitor, at, defineRooms, judge, reading } from '../writer/testing/cold-room.ts'
import { furnish, goods, pass, REVIEWER, signerOf, started } from '../writer/testing/kitchen.ts'
import { calibrate, decide, lotOn, thermometer } from '../writer/testing/line.ts'
import { packOf, unpack } from './testing/pack.ts'

interface Packed {
  seq: number
  section: string
  facts: AuditFacts & { data: Record<string, unknown> }
}
const recordsIn = (files: Map<string, Buffer>) =>
  (JSON.parse(files.get('records.json')!.toString()) as { records: Packed[] }).records
const textOf = async (pdf: Uint8Array) => (await pagesOf(pdf)).join('\n').replace(/\s+/g, ' ')
const typesIn = (files: Map<string, Buffer>) => new Set(recordsIn(files).map(({ facts }) => facts.type))

test('a lot that stood in a warm room has the deviation with its curve, its hold, its monitor and the probe calibrated', async () => {
  const box = openBox()
  defineRooms(box, { 'cold-room': null })
  thermometer(box)
  calibrate(box)
  approveMonitor(box)
  const { lot_id } = box.submit('register-lot', lot({ lot_code: 'INSIDE', location_id: 'cold-room' }))
  const values = ['4.0', '5.1', '6.2', '7.3', '6.2', '5.1', '4.0', '3.9']
  judge(
    box,
    values.map((value, n) => reading(n + 1, 10 + n * 60, value)),
  )
  const files = await unpack(await packOf(box, { of: { lot_id } }))
  expect([...typesIn(files)]).toEqual(
    expect.arrayContaining([
      'deviation.opened',
      'hold.placed',
      'excursion.ended',
      'monitor.approved',
      'instrument.defined',
      'calibration.recorded',
    ]),
  )
  const ended = recordsIn(files).find(({ facts }) => facts.type === 'excursion.ended')!
  expect((ended.facts.data.curve as { value: string }[]).map(({ value }) => value)).toEqual(values.slice(0, 7))
  const text = await textOf(files.get('pack.pdf')!)
  expect(text).toContain('limit 5')
  expect(text).toContain(`${at(10).replace('T', ' ').replace('Z', ' UTC')}`)
  expect(text).toContain('Cold room air')
  // A period in which nothing but its end falls has all of its history too.
  const period = { from: at(10 + 6 * 60), to: at(10_000) }
  expect([...typesIn(await unpack(await packOf(box, { of: period })))]).toEqual(
    expect.arrayContaining(['deviation.opened', 'excursion.ended', 'monitor.approved', 'calibration.recorded']),
  )
})

test('the pack of a run has its steps, what went in and came out, its gates, its review and who signed', async () => {
  const box = openBox()
  furnish(box)
  const beef = goods(box, 'beef')
  const pasta = goods(box, 'pasta')
  const other = goods(box, 'nuts')
  const run = started(box, { recipe_id: 'lasagne' })
  const params = { run_id: run.run_id }
  for (const [source, weight_kg] of [
    [beef, '60'],
    [pasta, '40'],
  ] as const)
    box.act('consume-lot', { params, body: { lot_id: source.lot_id, weight_kg } })
  pass(box, { run }, 3)
  const { lot: made } = box.act('produce-lot', { params, body: { kind: 'good', weight_kg: '98' } })
  decide(box, { lot_id: made.lot_id, gate_id: 4, decision: 'FAIL', notes: 'torn film' })
  box.act('complete-run', { params, body: {} })
  box.act('reconcile-run', { params, body: { explanation: 'Left in the pipe.' } }, { signer: signerOf(REVIEWER) })
  const files = await unpack(await packOf(box, { of: params }))
  const subjects = recordsIn(files).map(({ facts }) => facts.subject)
  const types = typesIn(files)
  for (const type of ['run.planned', 'run.started', 'run.consumed', 'run.produced', 'run.completed', 'gate.decided'])
    expect(types).toContain(type)
  expect(types).toContain('deviation.opened')
  expect(subjects).toEqual(expect.arrayContaining([`lot:${beef.lot_id}`, `lot:${pasta.lot_id}`, `lot:${made.lot_id}`]))
  expect(subjects).not.toContain(`lot:${other.lot_id}`)
  const text = await textOf(files.get('pack.pdf')!)
  for (const part of [`HACCP records: Run ${run.run_code}`, 'One level up and down', `from ${beef.lot_code}`])
    expect(text).toContain(part)
  expect(text).toContain(`into ${made.lot_code}`)
  expect(text).toContain('torn film')
})

test('a pack that is made while the ledger grows is of one signed head: nothing younger is in it or said by it', async () => {
  const box = openBox()
  const lot_id = lotOn(box, 'L1')
  const { seq } = decide(box, { lot_id, gate_id: 1 })
  let grown = false
  const files = await unpack(
    await packOf(
      box,
      { of: { lot_id } },
      {
        progress: () => {
          if (grown) return
          grown = true
          box.act(
            'review-records',
            { body: { seqs: [seq], verdict: 'accepted' } },
            { actor: REVIEWER, signer: signerOf(REVIEWER) },
          )
          decide(box, { lot_id, gate_id: 2 })
          box.submit('sign-checkpoint', { cause: 'time' })
        },
      },
    ),
  )
  const { ledger } = JSON.parse(files.get('manifest.json')!.toString()) as {
    ledger: { head: { seq: number }; tree_size: number; root_fits: boolean; broken: number[] }
  }
  expect(grown).toBe(true)
  expect(ledger).toMatchObject({ root_fits: true, broken: [], head: { seq: ledger.tree_size } })
  expect(recordsIn(files).filter(record => record.seq > ledger.tree_size)).toEqual([])
  expect(await textOf(files.get('pack.pdf')!)).toContain(`of No. ${seq}: not reviewed yet`)
  const later = await unpack(await packOf(box, { of: { lot_id } }))
  expect(await textOf(later.get('pack.pdf')!)).toContain(`of No. ${seq}: accepted by`)
})
