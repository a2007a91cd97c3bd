import { DEFAULT_SETTINGS } from '@flowviz/contract/plant/settings'
import { RecallNotices } from '@flowviz/contract/recall-notice'
import { Value } from 'typebox/value'
import { expect, onTestFinished, test } from 'vitest'
import { recallNoticeAnswer } from '../../read/recall-notice.ts'
import { openForReading } from '../../store/open.ts'
import { plantStore } from '../../store/plant-store.ts'
import { rebuildProjections } from '../../store/rebuild.ts'
import { type Box, OPERATOR, refusal } from '../testing/box.ts'
import { MANAGER, REVIEWER, signerOf } from '../testing/kitchen.ts'
import { COLLEAGUE } from '../testing/line.ts'
import { openStoreRoom } from '../testing/store-room.ts'

type Mode = 'mock' | 'real'
const runs = (mode: Mode) => ({ actor: mode === 'real' ? MANAGER : REVIEWER })

/** Asks for the notices as the read thread does. */
function noticesOf(box: Box): () => RecallNotices {
  const db = openForReading(box.path)
  onTestFinished(() => void db.close())
  return () => {
    const said = JSON.parse([...recallNoticeAnswer({ now: box.clock.ms }, { db })].join('')) as RecallNotices
    const errors = [...Value.Errors(RecallNotices, said)]
    if (errors.length > 0) throw new TypeError(`no RecallNotices: ${JSON.stringify(errors[0])}`)
    return said
  }
}

/** Beef in two places, of which a recall is held; and fish that it is not about. */
function held(mode: Mode = 'real') {
  const room = openStoreRoom()
  const { box } = room
  room.place('quarantine', { title: 'Quarantine', kind: 'quarantine', allow_held: true })
  const near = room.lot({ lot_code: 'NEAR', product: 'Beef' })
  const far = room.lot({ lot_code: 'FAR', location_id: 'cold-room' })
  const fish = room.lot({ lot_code: 'FISH' })
  const start = { lot_ids: [near.lot_id, far.lot_id] }
  const { recall_id } = box.act('open-recall', { body: { mode, scenario: 'Glass in a bag', start } }, runs(mode))
  const params = { recall_id }
  box.act('scope-recall', { params, body: {} }, runs(mode))
  const ask = noticesOf(box)
  return {
    room,
    box,
    near,
    far,
    fish,
    params,
    ask,
    hold: () => box.act('hold-recall', { params, body: {} }, runs(mode)),
  }
}

test('a recall is the business of the floor from the moment at which it is held until it is closed', () => {
  const { ask, hold, params, near, far } = held()
  expect(ask().notices).toEqual([])
  hold()
  const [notice, ...rest] = ask().notices
  expect(rest).toEqual([])
  expect(notice).toMatchObject({
    ...params,
    mode: 'real',
    state: 'HOLD_PLACED',
    scenario: 'Glass in a bag',
    lot_count: 2,
    to_find_count: 2,
    found_count: 0,
    missing_count: 0,
    more: 0,
  })
  expect(notice!.lots).toMatchObject([
    {
      lot_id: far.lot_id,
      status: 'RECALLED',
      places: [{ location_id: 'cold-room', title: 'cold-room', weight_kg: '100.000000' }],
      finding: null,
    },
    { lot_id: near.lot_id, product: 'Beef', on_hand_kg: '100.000000', places: [{ location_id: 'receiving' }] },
  ])
})

test('each lot that is found or given up counts down, and says who looked', () => {
  const { box, ask, hold, params, near, far } = held()
  hold()
  const first = box.act('find-recalled-lot', {
    params,
    body: { lot_id: 'NEAR', location_id: 'quarantine', weight_kg: '99.5', occurred_at: '2026-11-23T04:59:00.000Z' },
  })
  expect(first).toMatchObject({
    lot_id: near.lot_id,
    to_find_count: 1,
    found_count: 1,
    finding: { state: 'FOUND', found_by: OPERATOR.id, occurred_at: '2026-11-23T04:59:00.000Z', weight_kg: '99.5' },
  })
  const body = { lot_id: far.lot_id, missing: true, reason: 'The rack is empty' }
  const second = box.act('find-recalled-lot', { params, body }, { actor: COLLEAGUE })
  expect(second).toMatchObject({ lot_count: 2, to_find_count: 0, found_count: 1, missing_count: 1 })
  expect(ask().notices[0]!.lots.map(({ lot_code, finding }) => [lot_code, finding?.state, finding?.found_by])).toEqual([
    ['FAR', 'MISSING', COLLEAGUE.id],
    ['NEAR', 'FOUND', OPERATOR.id],
  ])
})

test('what was missing turns up, and what was found stays found when it is gone', () => {
  const { box, ask, hold, params, far } = held()
  const { hold_id } = hold()
  const say = (body: object) => box.act('find-recalled-lot', { params, body: { lot_id: 'FAR', ...body } })
  say({ missing: true, reason: 'The rack is empty' })
  expect(say({ location_id: 'cold-room' })).toMatchObject({
    found_count: 1,
    missing_count: 0,
    finding: { reason: null },
  })
  const signed = { actor: MANAGER, signer: signerOf(MANAGER) }
  const destroyed = { disposition: 'destroy' as const, reason: 'Glass', lot_ids: [far.lot_id] }
  box.act('configure-site', { body: { ...DEFAULT_SETTINGS, dual_control: false } }, { actor: MANAGER })
  box.act('disposition-hold', { params: { hold_id: hold_id! }, body: destroyed }, signed)
  box.act(
    'execute-hold',
    { params: { hold_id: hold_id! }, body: {} },
    { ...signed, witness: { ...signerOf(OPERATOR), person_id: COLLEAGUE.id } },
  )
  expect(ask().notices[0]).toMatchObject({ lot_count: 2, to_find_count: 1, found_count: 1 })
})

test('a drill is looked for as a recall is, is marked as one, and changes no lot', () => {
  const { box, ask, hold, params, near } = held('mock')
  hold()
  const status = () => plantStore(box.engine.db).lots.byId(near.lot_id)
  const before = status()
  box.act('find-recalled-lot', { params, body: { lot_id: near.lot_id } })
  expect(ask().notices).toMatchObject([{ mode: 'mock', found_count: 1 }])
  expect(status()).toEqual(before)
})

test('a lot of no recall, one given up without a reason, and a recall that looks for nothing are refused', () => {
  const { room, hold, params, near } = held()
  const refused = (body: object) =>
    room.refused('find-recalled-lot', { params, body: { lot_id: near.lot_id, ...body } }).code
  expect(refused({})).toBe('state_wrong')
  hold()
  expect(room.refused('find-recalled-lot', { params, body: { lot_id: 'FISH' } })).toMatchObject({
    code: 'lot_not_recalled',
    lot_code: 'FISH',
  })
  expect(refused({ missing: true })).toBe('reason_missing')
  expect(refused({ location_id: 'attic' })).toBe('record_not_found')
  expect(refused({ lot_id: 'NO-SUCH' })).toBe('lot_not_found')
})

test('a rebuild gives the same findings', () => {
  const { box, ask, hold, params } = held()
  hold()
  box.act('find-recalled-lot', { params, body: { lot_id: 'NEAR' } })
  const before = ask()
  rebuildProjections(box.engine.db)
  expect(ask()).toEqual(before)
  expect(refusal(() => box.act('find-recalled-lot', { params, body: { lot_id: 'FAR' } }))).toBeNull()
})
