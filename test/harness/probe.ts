import { randomBytes } from 'node:crypto'
import { type MeasurementMessage, measurementTopic } from '@flowviz/contract/measurement'
import { timestampOf } from '@flowviz/contract/time'
import { connectAsync, type MqttClient } from 'mqtt'
import { PROBE } from './building.ts'

const WINDOW = 8

/** A gateway in the test's own hands: it knows which of its measurements were acknowledged. */
export interface Probe {
  client: MqttClient
  /** Publishes one measurement, QoS 1; resolves at its PUBACK with the source that names it for ever. */
  publish(): Promise<string>
  /** Publishes with a window of several in flight until `signal` ends it. */
  run(signal: AbortSignal): Promise<void>
  /** Sources whose PUBACK came. */
  acked: Set<string>
  stop(): Promise<void>
}

/** Connects to a broker that is up, and again whenever it comes back; what was not acknowledged is sent again. */
export async function startProbe(port: number, secret: string): Promise<Probe> {
  const boot_id = randomBytes(8).toString('hex')
  const client = await connectAsync({
    host: '127.0.0.1',
    port,
    username: PROBE,
    password: secret,
    clientId: `${PROBE}-${boot_id}`,
    reconnectPeriod: 150,
    connectTimeout: 3_000,
  })
  client.on('error', () => {})
  const acked = new Set<string>()
  let seq = 0
  const publish = async () => {
    seq += 1
    const message = messageOf(boot_id, seq)
    await client.publishAsync(measurementTopic(PROBE), JSON.stringify(message), { qos: 1 })
    const source = `${boot_id}:${message.seq}`
    acked.add(source)
    return source
  }
  return {
    client,
    publish,
    acked,
    async run(signal) {
      const one = async () => {
        while (!signal.aborted) {
          await publish().catch(() => {})
          await new Promise(resolve => setTimeout(resolve, 25))
        }
      }
      await Promise.all(Array.from({ length: WINDOW }, one))
    },
    stop: () => client.endAsync(true),
  }
}

function messageOf(boot_id: string, seq: number): MeasurementMessage {
  return {
    v: 1,
    device_id: PROBE,
    boot_id,
    seq,
    measured_at: timestampOf(Date.now()),
    measurement: {
      channel: 'weight',
      value: (seq / 1000).toFixed(3),
      unit: 'kg',
      quality: 'good',
      reason: 'ok_stable',
    },
  }
}
