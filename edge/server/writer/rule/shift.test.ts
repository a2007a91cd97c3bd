import { expect, test } from 'vitest'
import { hashOf } from '../../testing/plant.ts'
import { BOX, type Box, OPERATOR, openBox, refusal } from '../testing/box.ts'
import { COLLEAGUE, MANAGER } from '../testing/line.ts'

const RUN = '019ab0a2-5c00-7000-8000-0000000000a1'
const SEEN = { open_runs: [RUN], open_holds: [] }
const NOBODY = '019ab0a2-5c00-7000-8000-0000000000ee'

/** The people of the tests, known to the site. */
function hire(box: Box): void {
  const people = [OPERATOR, COLLEAGUE, MANAGER].map(({ id: person_id, role }, at) => ({
    person_id,
    name: `person-${at}`,
    display_name: `Person ${at}`,
    role: role!,
    secret_hash: hashOf('7319'),
  }))
  box.submit('seed-people', { actor: BOX, people })
}

const handOver = (box: Box, change: object = {}) =>
  box.act('hand-over-shift', { body: { notes: 'The chiller is loud', line: 'L1', ...SEEN, ...change } })

test('a shift hands over what it saw open, whatever became of it since', () => {
  const box = openBox()
  expect(handOver(box, { occurred_at: '2026-11-23T04:59:00.000Z' })).toMatchObject({
    state: 'HANDED_OVER',
    notes: 'The chiller is loud',
    from_person_id: OPERATOR.id,
    to_person_id: null,
    open_runs: [RUN],
    open_alarms: [],
    handed_over_by: OPERATOR.id,
    occurred_at: '2026-11-23T04:59:00.000Z',
    accepted_at: null,
  })
})

test('the next shift accepts it, and not who handed it over', () => {
  const box = openBox()
  const params = { handover_id: handOver(box).handover_id }
  expect(refusal(() => box.act('accept-handover', { params, body: {} }))).toBe('second_person_missing')
  const accepted = box.act('accept-handover', { params, body: { notes: 'heard it' } }, { actor: COLLEAGUE })
  expect(accepted).toMatchObject({ state: 'ACCEPTED', accepted_by: COLLEAGUE.id, answer: 'heard it' })
  const again = () => box.act('accept-handover', { params, body: {} }, { actor: MANAGER })
  expect(refusal(again)).toBe('state_wrong')
})

test('a hand-over to somebody is accepted by nobody else', () => {
  const box = openBox()
  hire(box)
  const params = { handover_id: handOver(box, { to_person_id: COLLEAGUE.id }).handover_id }
  const accept = (actor: typeof OPERATOR) => box.act('accept-handover', { params, body: {} }, { actor })
  expect(refusal(() => accept(MANAGER))).toBe('handover_for_another')
  expect(accept(COLLEAGUE).accepted_by).toBe(COLLEAGUE.id)
})

test('a supervisor hands over for another, who does not accept it, and only for people of the site', () => {
  const box = openBox()
  hire(box)
  const given = handOver(box, { from_person_id: COLLEAGUE.id })
  expect(given).toMatchObject({ from_person_id: COLLEAGUE.id, handed_over_by: OPERATOR.id })
  const params = { handover_id: given.handover_id }
  const own = () => box.act('accept-handover', { params, body: {} }, { actor: COLLEAGUE })
  expect(refusal(own)).toBe('second_person_missing')
  expect(refusal(() => handOver(box, { from_person_id: NOBODY }))).toBe('record_not_found')
  expect(refusal(() => handOver(box, { to_person_id: NOBODY }))).toBe('record_not_found')
})
