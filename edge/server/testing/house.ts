import { hash } from 'node:crypto'
import pino from 'pino'
import { onTestFinished } from 'vitest'
import { type Broker, startBroker } from '../broker/broker.ts'
import { type IngestDoor, ingestDoor } from '../ingest/door.ts'
import type { NewReading, QuarantineEntry, TelemetryWriter } from '../parts.ts'
import { AT, GATEWAY, PROBE, SCALE } from './device.ts'

const now = () => Date.parse(AT)

/** A telemetry writer whose commits the test lets go, in their order. */
export function heldWriter() {
  const commits: { what: NewReading | QuarantineEntry; go: () => void; fail: (error: Error) => void }[] = []
  const known = new Set<string>()
  const arrived: (() => void)[] = []
  let seq = 0
  const wait = (what: NewReading | QuarantineEntry) =>
    new Promise<void>((go, fail) => {
      commits.push({ what, go, fail })
      for (const tell of arrived.splice(0)) tell()
    })
  const writer: TelemetryWriter = {
    async append(reading) {
      await wait(reading)
      const key = `${reading.device_id} ${reading.channel} ${reading.source}`
      if (known.has(key)) return null
      known.add(key)
      seq += 1
      return { seq, ...reading }
    },
    quarantine: wait,
    attach: async () => true,
    heal: async () => 0,
    close: async () => undefined,
  }
  /** Waits until so many commits are asked for. */
  const reach = async (count: number) => {
    while (commits.length < count) await new Promise<void>(resolve => arrived.push(resolve))
  }
  return { writer, commits, known, reach }
}

export interface House {
  broker: Broker
  ingest: IngestDoor
}

/** The broker and the door behind it, as the appliance joins them. */
export async function startHouse(writer: TelemetryWriter): Promise<House> {
  const nothing = () => undefined
  const ingest = ingestDoor({
    writer,
    now,
    monotonic: () => performance.now(),
    onReading: nothing,
    onHealth: nothing,
    onAnswer: nothing,
    onCommitted: nothing,
    onTrouble: nothing,
    onSay: (topic, payload) => broker.send(topic, payload),
  })
  const secret_sha256 = hash('sha256', GATEWAY.secret, 'hex')
  const broker = await startBroker({
    host: '127.0.0.1',
    port: 0,
    identities: [
      { name: GATEWAY.name, kind: 'gateway', secret_sha256 },
      { name: 'gateway-2', kind: 'gateway', secret_sha256 },
      { name: PROBE.identity, kind: 'sensor', secret_sha256 },
    ],
    logger: pino({ level: 'silent' }),
    take: ingest.take,
  })
  broker.configure([SCALE, PROBE])
  onTestFinished(async () => {
    ingest.stop()
    await broker.close()
  })
  return { broker, ingest }
}
