import { expect, test } from 'vitest'
import { dueDay } from '../../domain/working-day.ts'
import { plantStore } from '../../store/plant-store.ts'
import { rebuildProjections } from '../../store/rebuild.ts'
import { OPERATOR, openBox, refusal } from '../testing/box.ts'
import { AUDITOR, decide, lotOn, passUpTo, signedBy } from '../testing/line.ts'

function reviewedPlant() {
  const box = openBox()
  const lot_id = lotOn(box, 'L1')
  passUpTo(box, lot_id, 2)
  const { seq } = decide(box, { lot_id, gate_id: 'cook' })
  const review = (seqs: number[], change = signedBy(AUDITOR)) =>
    box.act('review-records', { body: { seqs, verdict: 'accepted' } }, change)
  return { box, lot_id, seq, review }
}

test('records are reviewed once, with a signature, by somebody who did not make them', () => {
  const { box, seq, review } = reviewedPlant()
  expect(refusal(() => review([seq], { actor: AUDITOR }))).toBe('signature_missing')
  expect(refusal(() => review([seq], signedBy(OPERATOR)))).toBe('second_person_missing')
  const { records } = review([seq])
  expect(records).toMatchObject([{ seq, hash: expect.stringMatching(/^[0-9a-f]{64}$/) }])
  expect(refusal(() => review([seq]))).toBe('state_wrong')
  expect(rebuildProjections(box.engine.db).differences).toEqual([])
})

test('a record that is none, and one that was changed in the file, refuse the whole review', () => {
  const { box, lot_id, seq, review } = reviewedPlant()
  const next = decide(box, { lot_id, gate_id: 'chill' }).seq
  expect(refusal(() => review([seq, 1]))).toBe('record_not_found')
  expect(refusal(() => review([seq, 9_999]))).toBe('record_not_found')
  for (const { name } of box.engine.db
    .prepare<[], { name: string }>("SELECT name FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'ledger'")
    .all())
    box.engine.db.exec(`DROP TRIGGER "${name}"`)
  box.engine.db.prepare(`UPDATE ledger SET body = replace(body, '"PASS"', '"HOLD"') WHERE seq = ?`).run(next)
  expect(refusal(() => review([seq, next]))).toBe('record_changed')
  expect(plantStore(box.engine.db).records.get('review', String(seq))).toBe(null)
})

test('a record is due after so many working days of the site', () => {
  const weekdays = [1, 2, 3, 4, 5]
  const monday = '2026-11-23T05:00:00.000Z'
  expect(dueDay(monday, 1, weekdays)).toBe('2026-11-24')
  expect(dueDay(monday, 7, weekdays)).toBe('2026-12-02')
  expect(dueDay('2026-11-27T23:59:59.999Z', 1, weekdays)).toBe('2026-11-30')
  expect(dueDay('2026-11-28T12:00:00.000Z', 1, weekdays)).toBe('2026-11-30')
  expect(dueDay('2026-11-29T12:00:00.000Z', 2, weekdays)).toBe('2026-12-01')
  expect(dueDay(monday, 7, [1, 2, 3, 4, 5, 6, 7])).toBe('2026-11-30')
  expect(dueDay(monday, 1, [7])).toBe('2026-11-29')
  expect(dueDay('2026-12-31T05:00:00.000Z', 1, weekdays)).toBe('2027-01-01')
})
