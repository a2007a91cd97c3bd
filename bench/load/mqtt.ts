import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { type MeasurementMessage, measurementTopic } from '@flowviz/contract/measurement'
import { hear, type LoadJob, type LoadResult, Stopwatch } from './load.ts'
import { CONNACK_BYTES, connackCode, connectPacket, PUBACK_BYTES, pubackId, publishPacket } from './packet.ts'

/** Digits of the first sequence number: JSON has no leading zeros, so all numbers have the same length from the start. */
const SEQ_FROM = 10_000_000

/** The device of a connection, as the benchmark's devices.yaml names it. */
export const benchDevice = (connection: number) => `bench-${connection}`

interface Line {
  socket: Socket
  connection: number
}

async function open(job: LoadJob, connection: number): Promise<Line> {
  const socket = connect({ host: '127.0.0.1', port: job.port, noDelay: true })
  await once(socket, 'connect')
  const client = `bench-${connection}-${randomBytes(6).toString('hex')}`
  socket.write(connectPacket(client, job.identity ?? 'bench', job.secret ?? 'bench'))
  const [answer] = (await once(socket, 'data')) as [Buffer]
  if (answer.length !== CONNACK_BYTES || connackCode(answer) !== 0)
    throw new Error(`the broker refused the connection: ${answer.toString('hex')}`)
  return { socket, connection }
}

/** The reading that a line repeats; only its sequence number and packet id differ. */
function template(connection: number): { bytes: Buffer; idAt: number; seqAt: number } {
  const device = benchDevice(connection)
  const message: MeasurementMessage = {
    v: 1,
    device_id: device,
    boot_id: randomBytes(8).toString('hex'),
    seq: SEQ_FROM,
    measured_at: new Date().toISOString(),
    measurement: {
      channel: 'temperature',
      value: '3.4',
      unit: 'Cel',
      quality: 'good',
      reason: 'ok',
      raw: '0103020022',
    },
  }
  const payload = Buffer.from(JSON.stringify(message))
  const { bytes, idAt } = publishPacket(measurementTopic(device), payload)
  return { bytes, idAt, seqAt: idAt + 2 + payload.indexOf(String(SEQ_FROM)) }
}

interface Turn {
  next: () => number | null
  watch: Stopwatch
}

/** Keeps `window` readings in flight on one connection until `next` gives no more numbers and all are acknowledged. */
async function drive({ socket, connection }: Line, window: number, { next, watch }: Turn): Promise<void> {
  const { bytes, idAt, seqAt } = template(connection)
  const sentAt = new Float64Array(65_536)
  let sent = 0
  let inFlight = 0
  const take = (): Buffer | null => {
    if (next() === null) return null
    const id = (sent % 65_535) + 1
    bytes.writeUInt16BE(id, idAt)
    bytes.write(String(SEQ_FROM + sent), seqAt, 'latin1')
    sentAt[id] = performance.now()
    sent++
    inFlight++
    return Buffer.from(bytes)
  }
  const fill = () => {
    const packets: Buffer[] = []
    for (let one = inFlight < window ? take() : null; one !== null; one = inFlight < window ? take() : null)
      packets.push(one)
    if (packets.length > 0) socket.write(Buffer.concat(packets))
    else if (inFlight === 0) socket.end()
  }
  let rest: Buffer = Buffer.alloc(0)
  hear(socket, chunk => {
    const all = rest.length === 0 ? chunk : Buffer.concat([rest, chunk])
    const whole = all.length - (all.length % PUBACK_BYTES)
    for (let at = 0; at < whole; at += PUBACK_BYTES) {
      watch.lap(sentAt[pubackId(all, at)]!)
      inFlight--
    }
    rest = all.subarray(whole)
    fill()
  })
  fill()
  await once(socket, 'close')
  if (inFlight > 0) throw new Error(`${inFlight} readings were never acknowledged`)
}

/** Publishes readings with QoS 1. @throws when the broker refuses, closes or does not acknowledge. */
export async function loadMqtt(job: LoadJob): Promise<LoadResult> {
  const watch = new Stopwatch(job.countMax)
  const lines = await Promise.all(Array.from({ length: job.connections }, (_, connection) => open(job, connection)))
  watch.start()
  const until = performance.now() + job.durationMs
  let taken = 0
  const next = () => (taken < job.countMax && performance.now() < until ? taken++ : null)
  await Promise.all(lines.map(line => drive(line, job.window, { next, watch })))
  return watch.result()
}
