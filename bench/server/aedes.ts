import { createServer } from 'node:net'
import { join } from 'node:path'
import type { MeasurementMessage } from '@flowviz/contract/measurement'
import { Aedes } from 'aedes'
import { openTelemetryEngine } from '../../edge/server/writer/telemetry-engine.ts'

// Contenders at the MQTT door, on the broker library that FlowViz uses. `plain` acknowledges and keeps nothing; `each`
// stores a reading, by FlowViz's own code, in a transaction of its own before its PUBACK. Identities, topic rights and
// validation, which FlowViz does too, are left out in their favour.
const mode = process.argv[2] as 'plain' | 'each'

function oneByOne(path: string): (payload: Buffer) => void {
  const engine = openTelemetryEngine({ path, litestream: false })
  setInterval(() => engine.rest(), 100).unref()
  return payload => {
    const { device_id, boot_id, seq, measured_at, measurement } = JSON.parse(payload.toString()) as MeasurementMessage
    const received_at = new Date().toISOString()
    const source = `${boot_id}:${seq}`
    const append = { ...measurement, device_id, verdict: 'unjudged' as const, measured_at, received_at, source }
    const [outcome] = engine.run([{ append }])
    if (!outcome?.ok) throw new Error(`a reading was refused: ${JSON.stringify(outcome)}`)
  }
}

const store = mode === 'each' ? oneByOne(join(process.env.FLOWVIZ_DATA_DIR!, 'telemetry.db')) : () => undefined
const broker = await Aedes.createBroker({
  authorizePublish(_client, packet, done) {
    store(packet.payload as Buffer)
    done(null)
  },
})
const server = createServer(broker.handle).listen(0, '127.0.0.1', () => {
  const { port } = server.address() as { port: number }
  console.log(JSON.stringify({ msg: 'ready', mqtt_port: port }))
})
process.once('SIGTERM', () => process.exit(0))
