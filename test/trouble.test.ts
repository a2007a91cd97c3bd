import { join } from 'node:path'
import type { DeviceConfig, DeviceView } from '@flowviz/contract/device'
import type { Reading } from '@flowviz/contract/reading'
import t from 'tap'
import { GATEWAY } from '../provisioning/demo/plant-files.ts'
import { serverPlan } from '../provisioning/demo/server.ts'
import { makeUnit } from '../provisioning/demo/unit.ts'
import { type Asker, type OwnDevices, operatorOf, ownFolder, ownPlant } from './harness/house.ts'
import { openLive } from './harness/live.ts'
import { until } from './harness/until.ts'

/** How long the lines are in trouble; the minute by FLOWVIZ_TROUBLE_S=60. */
const TROUBLE_MS = Number(process.env.FLOWVIZ_TROUBLE_S ?? 20) * 1_000
const POLL_MS = 400
const TRUE_LOAD = '12.345'

const scale = (lines: string, id: string, driver = 'mt-sics'): DeviceConfig => ({
  id,
  name: id,
  driver,
  location: 'receiving',
  identity: GATEWAY,
  transport: { kind: 'serial', path: join(lines, id), baud: 9600, format: '8N1' },
  poll_ms: POLL_MS,
  timeout_ms: 300,
  settings: { settle_ms: 50, stable_ms: 5_000 },
  channels: [{ name: 'weight', unit: 'kg', report: { strategy: 'on_read' } }],
})

const transmitter = (lines: string, id: string, unit_id: number): DeviceConfig => ({
  id,
  name: id,
  driver: 'xy-md02',
  location: 'cold-room',
  identity: GATEWAY,
  transport: { kind: 'modbus-rtu', path: join(lines, 'bus-1'), baud: 9600, format: '8N1', unit_id },
  poll_ms: POLL_MS,
  timeout_ms: 100,
  settings: {},
  channels: [{ name: 'temperature', unit: 'Cel', report: { strategy: 'on_read' } }],
})

const OWN: OwnDevices = {
  devices: lines => [
    scale(lines, 'scale-well'),
    scale(lines, 'scale-garbled'),
    scale(lines, 'scale-pulled'),
    scale(lines, 'scale-defective', 'defective'),
    transmitter(lines, 'room-well', 1),
    transmitter(lines, 'room-silent', 2),
  ],
  simulators: lines => [
    ...['scale-well', 'scale-garbled', 'scale-pulled', 'scale-defective'].map(id => ({
      kind: 'mt-sics' as const,
      id,
      link: join(lines, id),
      capacity_kg: '60.000',
      step_kg: '0.005',
      serial: 'B012345678',
      cycle: false,
    })),
    {
      kind: 'xy-md02-rtu',
      id: 'bus-1',
      link: join(lines, 'bus-1'),
      units: [1, 2].map(unit_id => ({
        id: `unit-${unit_id}`,
        unit_id,
        temperature_c: '3.0',
        humidity: '80.0',
        swing_c: '0.0',
        silent: unit_id === 2,
        delay_ms: 0,
      })),
    },
  ],
}

const isTrue = ({ value, quality }: Reading) => value === TRUE_LOAD && quality === 'good'

/** Readings of a device since a moment, by the appliance's own time. */
async function readingsOf(floor: Asker, device: DeviceConfig, since_ms: number): Promise<Reading[]> {
  const since = new Date(since_ms).toISOString()
  const query = `device_id=${device.id}&channel=${device.channels[0]!.name}&since=${since}&limit=2000`
  return (await floor.get<{ readings: Reading[] }>(`/api/v1/readings?${query}`)).readings
}

t.test(
  'devices in trouble: the others keep their interval, the bad ones say why and come back by themselves',
  async t => {
    const plant = await ownPlant(t, ownFolder(t), OWN)
    const { files } = plant
    const adapters = makeUnit('gateway', () =>
      serverPlan({
        name: 'gateway',
        entry: 'test/harness/gateway.ts',
        env: {
          FLOWVIZ_DEVICES_FILE: files.devices,
          FLOWVIZ_BROKER_URL: plant.brokerUrl,
          FLOWVIZ_GATEWAY_IDENTITY: GATEWAY,
          FLOWVIZ_GATEWAY_SECRET_FILE: files.gatewaySecret,
        },
        logDir: files.log,
      }),
    )
    t.teardown(() => adapters.stop())
    await plant.simulator.start()
    await plant.edge.start()
    await adapters.start()
    const floor = await operatorOf(plant)
    const live = await openLive(plant.url, floor.token)
    t.teardown(() => live.stop())

    const devices = OWN.devices(join(files.dir, 'lines'))
    const device = (id: string) => devices.find(one => one.id === id)!
    const view = (id: string) => floor.get<DeviceView>(`/api/v1/devices/${id}`)
    const steer = async (id: string, control: Record<string, unknown>) => {
      const body = JSON.stringify(control)
      const answer = await fetch(`${plant.controlUrl}/${id}/control`, { method: 'POST', body })
      if (!answer.ok) throw new Error(`${id} was not steered: ${await answer.text()}`)
    }
    const well = (id: string) => until({ what: `${id} is well` }, async () => (await view(id)).state === 'ok')

    await t.test('a driver that throws is named, and the device is back when it no longer throws', async t => {
      const bad = await live.find(
        'device',
        ({ device }) => device.id === 'scale-defective' && device.state === 'faulted',
      )
      t.match(bad.device, { reason: 'driver_crashed', detail: /.{10}/ })
      await until({ what: 'the defective driver measures', within_ms: 60_000 }, async () => {
        const { state, latest } = await view('scale-defective')
        return state === 'ok' && latest.length > 0
      })
    })

    await t.test('a unit that never answers is named, beside one that does', async t => {
      await well('room-well')
      const silent = await until({ what: 'room-silent is in trouble' }, async () => {
        const seen = await view('room-silent')
        return seen.state === 'faulted' ? seen : null
      })
      t.match(silent, { reason: 'comm_timeout', detail: /.{10}/, latest: [] })
    })

    for (const id of ['scale-well', 'scale-garbled', 'scale-pulled', 'scale-defective']) await well(id)
    await steer('scale-garbled', { load_kg: TRUE_LOAD })
    await live.find('reading', ({ reading }) => reading.device_id === 'scale-garbled' && isTrue(reading))

    const began = Date.now()
    const later = (share: number) =>
      new Promise(resolve => setTimeout(resolve, began + TROUBLE_MS * share - Date.now()))
    await steer('scale-pulled', { unplug: true })
    await steer('scale-garbled', { garbage: true })
    const faulted = (id: string) =>
      until({ what: `${id} is in trouble` }, async () => {
        const seen = await view(id)
        return seen.state === 'faulted' ? seen : null
      })
    t.match(
      await faulted('scale-pulled'),
      { reason: /^(port_missing|comm_lost)$/, detail: /.{10}/ },
      'the API says why',
    )
    const told = await live.find('device', ({ device }) => device.id === 'scale-pulled' && device.state === 'faulted')
    t.match(told.device, { detail: /.{10}/ }, 'the stream says why')

    // In the first half the scale still answers between the garbage; in the second there is nothing but garbage.
    await later(0.5)
    await steer('scale-garbled', { silent: true })
    t.match(await faulted('scale-garbled'), { reason: 'comm_timeout', detail: /.{10}/ }, 'a garbled line is named too')
    await later(1)
    const ended = Date.now()

    await t.test('the others kept their interval', async t => {
      for (const id of ['scale-well', 'scale-defective', 'room-well']) {
        const count = (await readingsOf(floor, device(id), began)).filter(
          ({ received_at }) => Date.parse(received_at) <= ended,
        )
        const interval = (ended - began) / count.length
        t.ok(Math.abs(interval - POLL_MS) <= 0.2 * POLL_MS, `${id}: ${interval.toFixed(0)} ms for ${POLL_MS} ms`)
      }
    })

    await t.test('garbage never became a weight', async t => {
      const readings = await readingsOf(floor, device('scale-garbled'), began)
      t.ok(readings.some(isTrue), 'it was read between the garbage')
      t.same(
        readings.filter(reading => reading.value !== null && !isTrue(reading)),
        [],
      )
    })

    await t.test('both lines come back by themselves', async t => {
      await steer('scale-garbled', { garbage: false, silent: false })
      await steer('scale-pulled', { plug: true })
      for (const id of ['scale-garbled', 'scale-pulled']) {
        await well(id)
        const from = Date.now()
        await until({ what: `${id} gives good weights again` }, async () =>
          (await readingsOf(floor, device(id), from)).some(({ quality }) => quality === 'good'),
        )
      }
      const back = await live.find(
        'device',
        message => message.device.id === 'scale-pulled' && message.device.state === 'ok',
      )
      t.ok(back, 'the stream says that it is well')
    })
  },
)
