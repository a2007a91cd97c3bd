import { EVENTS, type EventType, inSchemaOrder, type LedgerEvent } from '@flowviz/contract/event'
import type { Lot } from '@flowviz/contract/lot'
import type { TSchema } from 'typebox'
import { Compile } from 'typebox/compile'
import { expect, test } from 'vitest'
import { verifyPlant } from '../maintain/verify-plant.ts'
import { limitPages, pageCount, synchronousOf } from '../store/open.ts'
import { openPlantReader } from '../store/plant-reader.ts'
import { plantStore } from '../store/plant-store.ts'
import type { Command } from './command.ts'
import { BOX, CAPTURED, lot, lotCommand, OPERATOR, openBox, refusal, SITE, START_MS } from './testing/box.ts'

const bodies = (box: ReturnType<typeof openBox>) =>
  plantStore(box.engine.db)
    .ledger.rows(1, 10_000)
    .map(({ body }) => JSON.parse(body) as LedgerEvent)

test('a new plant begins its ledger with who it is, and every commit waits for the disk', () => {
  const box = openBox()
  expect(box.engine.head()).toMatchObject({ epoch: 1, seq: 1 })
  expect(bodies(box)[0]).toMatchObject({ type: 'ledger.started', seq: 1, site: SITE })
  expect(synchronousOf(box.engine.db)).toBe(2)
})

test('a lot is registered with its weight as it was given, and found by id and by code', () => {
  const box = openBox()
  const registered = box.submit('register-lot', lot({ lot_code: 'TEST-00000042-LOAD-0001', weight_kg: '100.50' }))
  expect(registered).toMatchObject({ weight_kg: '100.50', weight_mg: 100_500_000, seq: 2, code_conflict: false })
  const reader = openPlantReader(box.path)
  expect(reader.lot(registered.lot_id)).toEqual(registered)
  expect(reader.lot('TEST-00000042-LOAD-0001')).toEqual(registered)
  expect(reader.lots({ limit: 10, cursor: null }).lots).toEqual([registered])
  reader.close()
})

test('a captured lot carries the frame of the scale, whatever order its keys arrived in', () => {
  const box = openBox()
  const { measurement, ...rest } = CAPTURED
  const captured = { measurement, ...rest }
  const registration = { lot_type: 'RAW' as const, scale_id: 'scale-1' }
  const registered = box.submit('register-lot', { actor: OPERATOR, registration, captured, idempotency: null })
  expect(registered.weight).toEqual(CAPTURED)
  expect(Object.keys(registered.weight)).toEqual(Object.keys(CAPTURED))
})

test('a refused command leaves nothing, and its neighbours in the batch are done', () => {
  const box = openBox()
  const outcomes = box.engine.run([
    lotCommand({ lot_code: 'A-1' }),
    lotCommand({ lot_code: 'A-1' }),
    { kind: 'register-lot', takes: { ...lot(), registration: { lot_type: 'RAW' } } },
    lotCommand({ lot_code: 'A-2' }),
  ])
  expect(outcomes.map(outcome => (outcome.ok ? 'ok' : outcome.code))).toEqual([
    'ok',
    'lot_code_taken',
    'weight_missing',
    'ok',
  ])
  expect(bodies(box).map(({ type }) => type)).toEqual(['ledger.started', 'lot.registered', 'lot.registered'])
  expect(verifyPlant(box.engine.db, {}).ok).toBe(true)
})

test('a command that is refused half done leaves nothing of its first half', () => {
  const box = openBox()
  const person = (at: number, name: string) => ({
    person_id: `019ab0a2-5c00-7000-8000-00000000000${at}`,
    name,
    display_name: name,
    role: 'OPERATOR' as const,
    secret_hash: '$argon2id$x',
  })
  const [first, half, last] = box.engine.run([
    lotCommand({ lot_code: 'A-1' }),
    { kind: 'seed-people', takes: { actor: BOX, people: [person(1, 'ada'), person(2, 'ada')] } },
    lotCommand({ lot_code: 'A-2' }),
  ])
  expect([first!.ok, half!.ok, last!.ok]).toEqual([true, false, true])
  expect(bodies(box).map(({ type }) => type)).toEqual(['ledger.started', 'lot.registered', 'lot.registered'])
  const reader = openPlantReader(box.path)
  expect(reader.people()).toEqual([])
  expect(reader.head().seq).toBe(3)
  reader.close()
  expect(verifyPlant(box.engine.db, {}).ok).toBe(true)
})

test('the same key gives the same answer and no second lot; another request under it is refused', () => {
  const box = openBox()
  const first = box.submit('register-lot', lot({}, 'key-1'))
  expect(box.submit('register-lot', lot({}, 'key-1'))).toEqual(first)
  const other = { ...lot(), idempotency: { key: 'key-1', digest: 'e'.repeat(64) } }
  expect(refusal(() => box.submit('register-lot', other))).toBe('idempotency_mismatch')
  expect(box.engine.head().seq).toBe(2)
})

test('a key twice in one batch is one lot', () => {
  const box = openBox()
  const [first, second] = box.engine.run([lotCommand({}, 'k'), lotCommand({}, 'k')])
  expect(first).toEqual(second)
  expect(box.engine.head().seq).toBe(2)
})

test('a key is known for thirty-five days and then forgotten', () => {
  const box = openBox()
  const known = () => plantStore(box.engine.db).idempotency.get('key-1') !== null
  box.submit('register-lot', lot({}, 'key-1'))
  box.clock.ms = START_MS + 34 * 86_400_000
  box.engine.tick()
  expect(known()).toBe(true)
  box.clock.ms = START_MS + 36 * 86_400_000
  box.engine.tick()
  expect(known()).toBe(false)
})

test('a full disk refuses the whole batch, and the chain goes on once there is room', () => {
  const box = openBox()
  box.submit('register-lot', lot({ lot_code: 'BEFORE' }))
  const before = box.engine.head()
  limitPages(box.engine.db, pageCount(box.engine.db))
  const batch = Array.from({ length: 64 }, (_, at) => lotCommand({ lot_code: `FULL-${at}`, notes: 'x'.repeat(400) }))
  const codes = new Set(box.engine.run(batch).map(outcome => (outcome.ok ? 'ok' : outcome.code)))
  expect([...codes]).toEqual(['storage_full'])
  expect(box.engine.head()).toEqual(before)
  limitPages(box.engine.db, 1_000_000)
  expect(box.engine.run(batch).every(({ ok }) => ok)).toBe(true)
  expect(box.engine.head().seq).toBe(before.seq + 64)
  expect(verifyPlant(box.engine.db, {})).toMatchObject({ ok: true, seq: before.seq + 64 })
})

test('generated codes count by day and line, and step over one that a person typed', () => {
  const box = openBox()
  const code = (change: Parameters<typeof lot>[0] = {}) => box.submit('register-lot', lot(change)).lot_code
  expect([code(), code(), code({ line: 'B2' })]).toEqual([
    'KIE-261123-L1-0001',
    'KIE-261123-L1-0002',
    'KIE-261123-B2-0001',
  ])
  code({ lot_code: 'KIE-261123-L1-0003' })
  expect(code()).toBe('KIE-261123-L1-0004')
  box.clock.ms += 86_400_000
  expect(code()).toBe('KIE-261124-L1-0001')
})

test('every thousand events and at the end the tree is signed', () => {
  const box = openBox()
  for (let at = 0; at < 1_000; at += 100) box.engine.run(Array.from({ length: 100 }, () => lotCommand()))
  const { checkpoints } = plantStore(box.engine.db)
  expect(checkpoints.lastSize()).toBeGreaterThanOrEqual(1_000)
  box.submit('register-lot', lot())
  expect(box.submit('sign-checkpoint', { cause: 'time' })).toEqual({ size: box.engine.head().seq })
  expect(box.submit('sign-checkpoint', { cause: 'time' })).toEqual({ size: box.engine.head().seq })
  expect(checkpoints.lastSize()).toBe(box.engine.head().seq)
  box.submit('register-lot', lot())
  box.engine.close()
  const again = openBox({ path: box.path })
  expect(plantStore(again.engine.db).checkpoints.lastSize()).toBe(again.engine.head().seq)
  expect(verifyPlant(again.engine.db, {}).ok).toBe(true)
})

test('another box key or another site is refused, and the file stays as it is', () => {
  const box = openBox()
  box.engine.close()
  expect(refusal(() => openBox({ path: box.path, site: 'bremen' }))).toBe('store_unfit')
  expect(refusal(() => openBox({ path: box.path, boxKeyPem: 'no key' }))).toBe('config_invalid')
  expect(openBox({ path: box.path }).engine.head().seq).toBe(1)
})

const SAMPLES: { [T in EventType]?: unknown } = {
  'ledger.restored': { refused: [], healed_readings: 1, healed_events: 2, restored_seq: 3, source: 'replica' },
  'session.started': { address: '10.0.0.7', station: null, session_id: '019ab0a2-5c00-7000-8000-00000000000a' },
  'session.refused': { address: '10.0.0.7', cause: 'credentials_wrong', name: 'ada', person_id: null },
  'access.refused': { required_roles: ['ADMIN'], route: 'POST /api/v1/lots' },
  'device.state_changed': { detail: 'No cable.', reason: 'port_missing', state: 'faulted', device_id: 'scale-1' },
  'device.acted': { reason: 'ok', outcome: 'done', action: 'tare', device_id: 'scale-1' },
  'reading.sealed': {
    channels: [{ digest: 'a'.repeat(64), count: 2, channel: 'weight', device_id: 'scale-1' }],
    to_seq: 2,
    from_seq: 1,
  },
  'limit.crossed': {
    measured_at: '2026-11-23T05:00:00.000Z',
    reading_seq: 9,
    unit: 'Cel',
    value: '9.5',
    verdict: 'high',
    channel: 'temperature',
    device_id: 'probe-1',
  },
}

test('whatever order its keys arrive in, every event stands in the order of its schema and fits it', () => {
  const box = openBox()
  const actor = { auth: 'pin', device: null, station: null, role: 'OPERATOR', id: OPERATOR.id, kind: 'person' } as const
  for (const [type, data] of Object.entries(SAMPLES))
    box.submit('record', { type, actor, subject: 'site:kiel', data, occurred_at: null } as never)
  const channels = [{ unit: 'kg', name: 'weight' }] as const
  const device = {
    channels: [...channels],
    transport: { format: '8N1', baud: 9600, path: '/dev/ttyUSB0', kind: 'serial' },
    identity: 'gateway-1',
    location: 'receiving',
    driver: 'mt-sics',
    name: 'Scale',
    id: 'scale-1',
  } as const
  const sync = (devices: unknown[]) =>
    box.submit('sync-devices', { actor: BOX, plant: { v: 1, site: SITE, devices } as never })
  expect(sync([device]).registered).toEqual(['scale-1'])
  expect(sync([device])).toEqual({ registered: [], changed: [], retired: [] })
  expect(sync([{ ...device, name: 'Big scale' }]).changed).toEqual(['scale-1'])
  expect(sync([]).retired).toEqual(['scale-1'])
  const ada = { person_id: OPERATOR.id, name: 'ada', display_name: 'Ada', role: 'OPERATOR', secret_hash: 'x' } as const
  expect(box.submit('seed-people', { actor: BOX, people: [ada] })).toEqual({ created: [OPERATOR.id] })
  expect(box.submit('seed-people', { actor: BOX, people: [ada] })).toEqual({ created: [] })
  box.submit('register-lot', lot())
  const captured = {
    actor: OPERATOR,
    registration: { lot_type: 'FG' as const, scale_id: 'scale-1' },
    captured: CAPTURED,
  }
  box.submit('register-lot', { ...captured, idempotency: null })
  box.submit('start-epoch', { actor: BOX, cause: 'restore', readings_seq: 0 })
  const lost = JSON.stringify({ ...bodies(box)[0], id: '019ab0a2-5c00-7000-8000-0000000000ff' })
  box.submit('recover-event', { actor: BOX, epoch: 1, seq: 1, hash: 'a'.repeat(64), body: lost })
  const events = bodies(box)
  for (const event of events) {
    expect(inSchemaOrder(event, EVENTS[event.type] as TSchema), event.type).toBe(true)
    expect(Compile(EVENTS[event.type] as TSchema).Check(event), event.type).toBe(true)
  }
})

test('a fact that does not have the shape of its type is a defect and never reaches the ledger', () => {
  const box = openBox()
  const data = { device_id: 'scale-1', state: 'melted', reason: 'x', detail: '' }
  const takes = { type: 'device.state_changed', actor: BOX, subject: 'device:scale-1', data, occurred_at: null }
  expect(refusal(() => box.submit('record', takes as never))).toBe('internal')
  expect(box.engine.head().seq).toBe(1)
})

test('what headquarters acknowledged and the tokens of sessions are kept beside the ledger', () => {
  const box = openBox()
  const head = box.engine.head()
  box.submit('keep-ack', { ledger: head, readings: null, receipt: 'note', at: '2026-11-23T05:00:00.000Z' })
  const readings = { epoch: 1, seq: 5 }
  box.submit('keep-ack', { ledger: null, readings, receipt: null, at: '2026-11-23T05:00:01.000Z' })
  const ada = { person_id: OPERATOR.id, name: 'ada', display_name: 'Ada', role: 'OPERATOR', secret_hash: 'x' } as const
  box.submit('seed-people', { actor: BOX, people: [ada] })
  const session = {
    session_id: 's-1',
    person_id: ada.person_id,
    token_sha256: 't-1',
    previous_sha256: null,
    station: null,
    address: '10.0.0.7',
    expires_at: '2026-11-24T05:00:00.000Z',
  }
  expect(box.submit('save-session', session)).toEqual({ saved: true })
  expect(box.submit('save-session', { ...session, token_sha256: 't-2', previous_sha256: 't-1' })).toEqual({
    saved: true,
  })
  expect(box.submit('save-session', { ...session, token_sha256: 't-3', previous_sha256: 't-1' })).toEqual({
    saved: false,
  })
  const reader = openPlantReader(box.path)
  expect(reader.acked()).toEqual({ ledger: head, readings, receipt: 'note', at: '2026-11-23T05:00:01.000Z' })
  expect(reader.session('t-1')).toBeNull()
  expect(reader.session('t-2')).toMatchObject({ session_id: 's-1', person: { id: ada.person_id, name: 'ada' } })
  expect(box.submit('end-session', { session_id: 's-1' })).toEqual({ ended: true })
  expect(reader.session('t-2')).toBeNull()
  reader.close()
})

test('lots are paged newest first and picked by day and type', () => {
  const box = openBox()
  const register = (change: Parameters<typeof lot>[0]): Lot => box.submit('register-lot', lot(change))
  const [a, b] = [register({ lot_code: 'A' }), register({ lot_code: 'B', lot_type: 'FG' })]
  box.clock.ms += 86_400_000
  const c = register({ lot_code: 'C' })
  const reader = openPlantReader(box.path)
  const page = reader.lots({ limit: 2, cursor: null })
  expect(page.lots).toEqual([c, b])
  expect(reader.lots({ limit: 2, cursor: page.next })).toEqual({ lots: [a], next: null })
  const codes = (query: { day?: string; lot_type?: string }) =>
    reader.lots({ limit: 9, cursor: null, ...query }).lots.map(({ lot_code }) => lot_code)
  expect(codes({ day: '2026-11-23' })).toEqual(['B', 'A'])
  expect(codes({ lot_type: 'RAW' })).toEqual(['C', 'A'])
  expect(codes({ day: '2026-11-23', lot_type: 'RAW' })).toEqual(['A'])
  expect(reader.events({ limit: 9, before: null, subject: `lot:${a.lot_id}` }).map(({ seq }) => seq)).toEqual([a.seq])
  expect(reader.events({ limit: 2, before: null, type: 'lot.registered' }).map(({ seq }) => seq)).toEqual([4, 3])
  expect(reader.events({ limit: 9, before: null, type: 'ledger.started' }).map(({ seq }) => seq)).toEqual([1])
  reader.close()
})

test('an unknown kind of trouble is a defect of its own command only', () => {
  const box = openBox()
  const broken: Command = { kind: 'register-lot', takes: { ...lot(), registration: null as never } }
  const [good, defect] = box.engine.run([lotCommand(), broken])
  expect(good!.ok).toBe(true)
  expect(defect).toMatchObject({ ok: false, code: 'internal' })
})
