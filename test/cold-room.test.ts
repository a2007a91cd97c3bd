import { join } from 'node:path'
import type { DeviceConfig } from '@flowviz/contract/device'
import type { EventData, EventType } from '@flowviz/contract/event'
import type { Lot } from '@flowviz/contract/lot'
import type { MonitorStatus } from '@flowviz/contract/monitor-status'
import t, { type Test } from 'tap'
import { call } from '../provisioning/call.ts'
import { PLANT_PEOPLE } from '../provisioning/demo/people.ts'
import type { Plant } from '../provisioning/demo/plant.ts'
import { GATEWAY } from '../provisioning/demo/plant-files.ts'
import { type Asker, ownFolder, ownPlant, signIn } from './harness/house.ts'
import { openLive } from './harness/live.ts'
import { until } from './harness/until.ts'

const ROOM = 'cold-room'
const SENSOR = 'cold-room-1'
const DURATION_S = 2

const sensor = (lines: string): DeviceConfig => ({
  id: SENSOR,
  name: 'Cold room',
  driver: 'xy-md02',
  location: ROOM,
  identity: GATEWAY,
  poll_ms: 250,
  transport: { kind: 'modbus-rtu', path: join(lines, 'bus-1'), baud: 9600, format: '8N1', unit_id: 1 },
  channels: [
    { name: 'temperature', unit: 'Cel', report: { strategy: 'on_change_or_period', period_s: 1 } },
    { name: 'humidity', unit: '%', report: { strategy: 'on_change_or_period', period_s: 30 } },
  ],
})

/** A plant whose only device is the sensor of its cold room, with processes as in a real one. */
async function raise(t: Test) {
  const units = [
    { id: SENSOR, unit_id: 1, temperature_c: '3.0', humidity: '80.0', swing_c: '0.0', silent: false, delay_ms: 0 },
  ]
  const plant = await ownPlant(t, ownFolder(t), {
    devices: lines => [sensor(lines)],
    simulators: lines => [{ kind: 'xy-md02-rtu', id: 'bus-1', link: join(lines, 'bus-1'), units }],
  })
  for (const unit of [plant.simulator, plant.edge, plant.adapters]) await unit.start()
  const as = (name: string) => signIn(plant.url, '/api/v1/login', PLANT_PEOPLE.find(person => person.name === name)!)
  const [operator, manager, quality] = await Promise.all([as('operator'), as('manager'), as('quality')])
  const live = await openLive(plant.url, operator.token)
  t.teardown(() => live.stop())
  return { plant, operator, manager, quality, live }
}

/** Defines the room, a lane in it and the hall, and puts the room under watch: one drafts, another one approves. */
async function equip(plant: Plant, manager: Asker, quality: Asker): Promise<void> {
  const rooms = { [ROOM]: null, 'lane-1': ROOM, hall: null }
  for (const [id, parent_id] of Object.entries(rooms)) {
    const body = { title: id, kind: 'storage', allow_held: true, ...(parent_id === null ? {} : { parent_id }) }
    await call(new URL(`/api/v1/locations/${id}`, plant.url).href, { method: 'PUT', body, token: manager.token })
  }
  await manager.post('/api/v1/monitors', {
    monitor_id: 'cold-room-air',
    title: 'Cold room air',
    device_id: SENSOR,
    channel: 'temperature',
    location_id: ROOM,
    unit: 'Cel',
    low: '0',
    high: '5',
    duration_s: DURATION_S,
    hysteresis: '0.5',
    missing_s: 60,
    ccp: true,
  })
  await quality.post('/api/v1/monitors/cold-room-air/versions/1/approve', {})
}

const register = (operator: Asker, lot_code: string, location_id: string) =>
  operator.post<Lot>('/api/v1/lots', {
    lot_code,
    lot_type: 'RAW',
    weight_kg: '10',
    manual_reason: 'a test',
    location_id,
  })
const move = (operator: Asker, lot: Lot, to_location_id: string) =>
  operator.post(`/api/v1/lots/${lot.lot_id}/moves`, { to_location_id })
const statuses = async (operator: Asker, lots: Lot[]) =>
  Promise.all(lots.map(async ({ lot_id }) => (await operator.get<Lot>(`/api/v1/lots/${lot_id}`)).status))
const events = async <T extends EventType>(manager: Asker, type: T) =>
  (await manager.get<{ events: { event: { data: EventData<T> } }[] }>(`/api/v1/ledger/events?type=${type}`)).events.map(
    ({ event }) => event.data,
  )

async function stands(operator: Asker, state: MonitorStatus['state']): Promise<MonitorStatus> {
  return until({ what: `the monitor is ${state}` }, async () => {
    const { monitors } = await operator.get<{ monitors: MonitorStatus[] }>('/api/v1/monitors/status')
    return monitors.find(monitor => monitor.state === state)
  })
}

async function warm(plant: Plant, temperature_c: string): Promise<void> {
  const body = JSON.stringify({ temperature_c })
  const answer = await fetch(`${plant.controlUrl}/${SENSOR}/control`, { method: 'POST', body })
  if (!answer.ok) throw new Error(await answer.text())
}

t.setTimeout(120_000)

t.test('a cold room drifts over its limit: deviation, holds and alarm come without a click', async t => {
  const { plant, operator, manager, quality, live } = await raise(t)
  await equip(plant, manager, quality)
  const inside = await register(operator, 'INSIDE', ROOM)
  const lane = await register(operator, 'IN-LANE', 'lane-1')
  const gone = await register(operator, 'GONE', ROOM)
  const hall = await register(operator, 'HALL', 'hall')
  const entering = await register(operator, 'ENTERING', 'hall')
  await move(operator, gone, 'hall')
  t.match(await stands(operator, 'inside'), { value: '3.0', deviation_id: null })

  await warm(plant, '9.0')
  const { alarm } = await live.find('alarm', message => message.alarm.kind === 'deviation')
  t.match(alarm, { text: 'Cold room air: 9.0 °C is above 5 °C.', state: 'RAISED' }, 'the screens say so by themselves')
  const [opened] = await events(manager, 'deviation.opened')
  t.match(opened, { cause: 'excursion', value: '9.0', limit: 'max 5', device_id: SENSOR })
  t.equal(alarm.about, `deviation:${opened!.deviation_id}`)
  t.same(new Set(opened!.lot_ids), new Set([inside.lot_id, lane.lot_id]), 'held is exactly what was inside')
  t.same(await statuses(operator, [inside, lane, gone, hall]), ['HOLD', 'HOLD', 'PENDING_QC', 'PENDING_QC'])
  t.match(await stands(operator, 'confirmed'), { deviation_id: opened!.deviation_id })

  await t.rejects(
    operator.post(`/api/v1/lots/${hall.lot_id}/links`, { source_lot_id: inside.lot_id, weight_kg: '1' }),
    { code: 'lot_held' },
    'a held lot is not consumed',
  )
  await move(operator, entering, ROOM)
  t.same(await statuses(operator, [entering]), ['HOLD'], 'what enters while it lasts is held as it enters')

  await warm(plant, '2.0')
  await stands(operator, 'inside')
  const [ended] = await events(manager, 'excursion.ended')
  t.match(ended, { deviation_id: opened!.deviation_id, worst_value: '9.0', unit: 'Cel' })
  t.ok(ended!.curve.length >= 3, `the curve has ${ended!.curve.length} points`)
  const late = await register(operator, 'LATE', ROOM)
  await move(operator, gone, 'lane-1')
  t.same(await statuses(operator, [late, gone]), ['PENDING_QC', 'PENDING_QC'], 'what comes after is not held')
  t.equal((await events(manager, 'deviation.opened')).length, 1)
})
