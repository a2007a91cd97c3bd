import type { AlarmPage } from '@flowviz/contract/alarm'
import type { AnyEvent } from '@flowviz/contract/event'
import type { Lot } from '@flowviz/contract/lot'
import type { TabletVerdicts } from '@flowviz/contract/tablet'
import { expect, test } from 'vitest'
import { startPlant, type TestPlant } from '../testing/plant.ts'
import { newKey, setUpTablet, signText } from '../testing/tablet.ts'

const MINUTE_MS = 60_000
const body = (lot_code: string, more: object = {}) => ({
  body: { lot_type: 'RAW', weight_kg: '10.000', lot_code, ...more },
})
const said = ({ verdicts }: TabletVerdicts) =>
  verdicts.map(({ verdict, status, problem }) => [verdict, status, problem?.code])

async function eventsOf(plant: TestPlant, type: string) {
  const response = await plant.ask('AUDITOR', `/api/v1/ledger/events?type=${type}`)
  return ((await response.json()) as { events: { event: AnyEvent & Record<string, unknown> }[] }).events.map(
    ({ event }) => event,
  )
}

const alarmsOf = async (plant: TestPlant) =>
  ((await (await plant.ask('MANAGER', '/api/v1/alarms')).json()) as AlarmPage).alarms.filter(
    ({ kind }) => kind === 'tablet',
  )

test('what somebody did on a tablet is done with nobody signed in, under their name and the tablet', async () => {
  const plant = await startPlant()
  const tablet = await setUpTablet(plant)
  const occurred_at = new Date(Date.now() - 10 * MINUTE_MS).toISOString()
  const first = tablet.command('register-lot', { ...body('T-1'), auth: 'offline-pin', occurred_at })
  const answer = await tablet.send([first])
  expect(said(answer)).toEqual([['done', 201, undefined]])
  expect(answer).toMatchObject({ received_seq: 1, highest_seq: 1, missing: [] })
  const { registered_by, occurred_at: at } = answer.verdicts[0]!.answer as Lot
  expect(registered_by).toEqual({
    kind: 'person',
    id: '019ab0a2-5c00-7000-8000-000000000003',
    role: 'OPERATOR',
    station: 'dock',
    device: tablet.tablet_id,
    auth: 'offline_pin',
  })
  expect(at).toBe(occurred_at)
  const [event] = await eventsOf(plant, 'lot.registered')
  expect(event!.command).toBe((JSON.parse(first.text) as { key: string }).key)
})

test('a queue that is sent again does nothing twice, and the same key with another command is refused', async () => {
  const plant = await startPlant()
  const tablet = await setUpTablet(plant)
  const queue = [
    tablet.command('register-lot', body('T-1')),
    tablet.command('register-lot', body('T-1')),
    tablet.command('register-lot', body('T-2')),
  ]
  const first = await tablet.send(queue)
  const expected = [
    ['done', 201, undefined],
    ['refused', 409, 'lot_code_taken'],
    ['done', 201, undefined],
  ]
  expect(said(first)).toEqual(expected)
  const before = await plant.seq()
  const again = await tablet.send(queue)
  expect(again).toEqual(first)
  expect(await plant.seq()).toBe(before)
  const { key } = JSON.parse(queue[0]!.text) as { key: string }
  const other = await tablet.send([tablet.command('register-lot', { ...body('T-9'), key })])
  expect(said(other)).toEqual([['refused', 422, 'idempotency_mismatch']])
})

test('what the key of the tablet did not sign changes nothing', async () => {
  const plant = await startPlant()
  const tablet = await setUpTablet(plant)
  const other = await setUpTablet(plant, { title: 'T08' })
  const good = tablet.command('register-lot', body('T-1'))
  const before = await plant.seq()
  const forged = [
    { ...good, text: good.text.replace('T-1', 'T-2') },
    signText(good.text, newKey().secret),
    { ...good, sig: `${'A'.repeat(85)}Q` },
  ]
  for (const one of forged) {
    const response = await tablet.post([one])
    expect([response.status, ((await response.json()) as { code: string }).code]).toEqual([
      401,
      'tablet_signature_wrong',
    ])
  }
  expect((await other.post([good])).status).toBe(401)
  expect((await plant.post('ADMIN', `/api/v1/tablets/${tablet.tablet_id}/commands`, { body: {} })).status).toBe(401)
  expect(await plant.seq()).toBe(before)
  expect(said(await tablet.send([...forged, good])).map(([verdict]) => verdict)).toEqual([
    'refused',
    'refused',
    'refused',
    'done',
  ])
})

test('a signed text that is no command of this tablet is refused by itself, and its number counts as received', async () => {
  const plant = await startPlant()
  const tablet = await setUpTablet(plant)
  const good = JSON.parse(tablet.command('register-lot', body('T-1')).text) as Record<string, unknown>
  const text = (change: object) => tablet.signed(JSON.stringify({ ...good, ...change }))
  const answer = await tablet.send([
    text({ seq: 2, command: 'fly-away' }),
    text({ site: 'elsewhere' }),
    tablet.signed('{"__proto__": {"v": 1}}'),
    tablet.signed('no json'),
    text({}),
  ])
  expect(said(answer)).toEqual([...Array(4).fill(['refused', 422, 'tablet_command_invalid']), ['done', 201, undefined]])
  expect(answer).toMatchObject({ received_seq: 2, missing: [] })
  expect(answer.verdicts[0]!.key).toBe(good.key)
})

test('a person within a queue is held to their own role, and secrets never wait in one', async () => {
  const plant = await startPlant()
  const tablet = await setUpTablet(plant)
  const viewer = '019ab0a2-5c00-7000-8000-000000000004'
  const answer = await tablet.send([
    tablet.command('register-lot', { ...body('T-1'), person_id: viewer }),
    tablet.command('register-lot', { ...body('T-2'), person_id: '019ab0a2-5c00-7000-8000-00000000000f' }),
    tablet.command('decide-gate', {
      body: { lot_id: 'T-1', gate_id: 'receiving', decision: 'PASS', sign: { secret: '7319' } },
    }),
    tablet.command('define-item', { auth: 'offline-pin', params: { item_id: 'fish' }, body: {} }),
    tablet.command('configure-site', { body: {} }),
  ])
  expect(said(answer)).toEqual([
    ['refused', 403, 'role_insufficient'],
    ['refused', 404, 'person_not_found'],
    ['refused', 422, 'command_online_only'],
    ['refused', 422, 'command_online_only'],
    ['refused', 422, 'command_online_only'],
  ])
  expect(await eventsOf(plant, 'access.refused')).toMatchObject([
    { actor: { id: viewer, device: tablet.tablet_id }, data: { route: 'POST /api/v1/lots' } },
  ])
})

test('what a person did before being disabled is done and told, and what was done later is refused', async () => {
  const plant = await startPlant()
  const tablet = await setUpTablet(plant)
  const done = (lot_code: string, at_ms: number, skew_ms: number) =>
    tablet.command('register-lot', {
      ...body(lot_code),
      auth: 'offline-pin',
      occurred_at: new Date(at_ms).toISOString(),
      skew_ms,
    })
  const before = Date.now() - 5 * MINUTE_MS
  const gone = await plant.post('ADMIN', '/api/v1/users/019ab0a2-5c00-7000-8000-000000000003/disable', { body: {} })
  expect(gone.status).toBe(200)
  plant.pass(10 * MINUTE_MS)
  const hour = 60 * MINUTE_MS
  const answer = await tablet.send([
    done('T-1', before, 0),
    // An hour fast, and known to be: it was before.
    done('T-2', before + hour, hour),
    done('T-3', Date.now() + 5 * MINUTE_MS, 0),
  ])
  expect(said(answer)).toEqual([
    ['done', 201, undefined],
    ['done', 201, undefined],
    ['refused', 403, 'person_disabled'],
  ])
  expect((await alarmsOf(plant)).map(({ about, text }) => [about, text.slice(0, 44)])).toEqual(
    Array(2).fill([`tablet:${tablet.tablet_id}`, 'Tablet T07 sent a command (register-lot) of ']),
  )
})

test('a refusal parks what is behind it in its lane, a hold passes it, and what was parked is done when it is sent again', async () => {
  const plant = await startPlant()
  const tablet = await setUpTablet(plant)
  const lane = 'lot:T-1'
  const move = tablet.command('move-stock', {
    lane,
    params: { lot_id: 'T-1' },
    body: { to_location_id: 'receiving', weight_kg: '1.000' },
  })
  const register = tablet.command('register-lot', { ...body('T-2'), lane })
  const hold = tablet.command('place-hold', { lane, body: { lot_ids: ['T-0'], reason: 'it smells' } })
  await tablet.send([tablet.command('register-lot', body('T-0'))])
  const first = await tablet.send([move, register, hold])
  expect(said(first)).toEqual([
    ['refused', 404, 'lot_not_found'],
    ['parked', 409, 'command_parked'],
    ['done', 201, undefined],
  ])
  expect(first).toMatchObject({ received_seq: 4, missing: [] })
  expect(said(await tablet.send([register]))).toEqual([['done', 201, undefined]])
})

test('numbers that a tablet skipped are told once and stay missing until they come', async () => {
  const plant = await startPlant()
  const tablet = await setUpTablet(plant)
  const at = (seq: number) => tablet.command('register-lot', { ...body(`T-${seq}`), seq })
  expect(await tablet.send([at(1), at(2)])).toMatchObject({ received_seq: 2 })
  const gap = { received_seq: 2, missing: [{ from: 3, to: 14 }] }
  expect(await tablet.send([at(15)])).toMatchObject({ ...gap, highest_seq: 15 })
  expect(await tablet.send([at(16)])).toMatchObject({ ...gap, highest_seq: 16 })
  expect((await alarmsOf(plant)).map(({ text }) => text)).toEqual([
    'Tablet T07 skipped 12 numbers (3 to 14); 2 was the last received before. Ask who worked on it.',
  ])
  const late = Array.from({ length: 12 }, (_, n) => at(n + 3))
  expect(await tablet.send(late)).toMatchObject({ received_seq: 16, missing: [] })
  expect(await alarmsOf(plant)).toHaveLength(1)
})

test('a weight is taken from a scale only while what was weighed can still stand on it', async () => {
  const plant = await startPlant()
  const tablet = await setUpTablet(plant)
  const weighed = { body: { lot_type: 'RAW', scale_id: 'scale-1', lot_code: 'T-1' } }
  const occurred_at = new Date(Date.now() - MINUTE_MS).toISOString()
  const answer = await tablet.send([
    tablet.command('register-lot', { ...weighed, occurred_at }),
    tablet.command('register-lot', { ...weighed, auth: 'offline-pin' }),
    tablet.command('register-lot', weighed),
  ])
  expect(said(answer)).toEqual([
    ['refused', 409, 'weight_late'],
    ['refused', 409, 'weight_late'],
    ['refused', 409, 'scale_silent'],
  ])
})
