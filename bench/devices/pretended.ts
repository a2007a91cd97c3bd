import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import { Aedes } from 'aedes'
import { connect } from 'mqtt'
import { openPty } from '../../firmware-adapters/simulator/pty-line.ts'
import { RtuSlave, type SlaveUnit, TcpSlave } from '../../firmware-adapters/simulator/register-slave.ts'
import { mtContinuous } from '../../firmware-adapters/simulator/scale-encoder/mt-continuous.ts'
import { type Bus, FRAME_MS, lineOf, PUBLISH_MS, SCALE_IDS, SENSOR_IDS, topicOf, unitIds } from './plan.ts'
import type { Tally } from './tally.ts'

/** Spreads what many do at the same pace over it, as devices that were switched on by hand are spread. */
function each(ids: readonly string[], every_ms: number, act: (id: string) => void): void {
  ids.forEach((id, at) => {
    setTimeout(() => setInterval(() => act(id), every_ms), (at * every_ms) / ids.length)
  })
}

/** Scales on pseudo-terminals that stream; the weight, in hundredths, is the number of the frame. */
export async function pretendScales(folder: string, tally: Tally): Promise<void> {
  const lines = new Map<string, Awaited<ReturnType<typeof openPty>>>()
  for (const id of SCALE_IDS) lines.set(id, await openPty(lineOf(folder, id)))
  each(SCALE_IDS, FRAME_MS, id => {
    const value = (tally.write(id) / 100).toFixed(2)
    const display = {
      state: 'weight',
      value,
      gross: value,
      tare: '0.00',
      net: false,
      stable: true,
      zero: false,
    } as const
    const frame = mtContinuous.load(display, { checksum: true, short: false })!
    lines.get(id)!.write(Buffer.from(frame, 'latin1'))
  })
}

/** The units of a bus: each answer carries its own number. */
function unitsOf(bus: Bus, tally: Tally): SlaveUnit[] {
  return unitIds(bus).map((id, at) => {
    let number = 0
    return {
      unit_id: at + 1,
      look: () => {
        number = tally.write(id)
      },
      register: address => (address > 1 ? null : address === 0 ? number >>> 16 : number & 0xffff),
      silent: false,
      delay_ms: 0,
    }
  })
}

/** A bus on a pseudo-terminal. */
export async function pretendLine(folder: string, bus: Bus, tally: Tally): Promise<void> {
  const line = await openPty(lineOf(folder, bus))
  const slave = new RtuSlave(unitsOf(bus, tally), bytes => line.write(bytes))
  line.onBytes(chunk => slave.receive(chunk))
}

/** A bus behind a TCP port. */
export async function pretendPort(bus: 'mbap' | 'rtu-over-tcp', tally: Tally): Promise<number> {
  const units = unitsOf(bus, tally)
  const server = createServer({ noDelay: true }, socket => {
    const send = (bytes: Uint8Array) => void socket.write(bytes)
    const slave = bus === 'mbap' ? new TcpSlave(units, send) : new RtuSlave(units, send)
    socket.on('data', chunk => slave.receive(chunk))
    socket.on('error', () => socket.destroy())
  })
  return listening(server)
}

/** A broker of the plant, and the sensors that publish to it. */
export async function pretendSensors(tally: Tally): Promise<number> {
  const aedes = await Aedes.createBroker()
  const server = createServer({ noDelay: true }, socket => void aedes.handle(socket))
  const port = await listening(server)
  const clients = new Map(SENSOR_IDS.map(id => [id, connect(`mqtt://127.0.0.1:${port}`, { clientId: id })]))
  each(SENSOR_IDS, PUBLISH_MS, id => {
    clients.get(id)!.publish(topicOf(id), JSON.stringify({ count: tally.write(id) }), { qos: 1 })
  })
  return port
}

async function listening(server: ReturnType<typeof createServer>): Promise<number> {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return (server.address() as AddressInfo).port
}
