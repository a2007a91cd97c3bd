import { createServer } from 'node:net'
import { join } from 'node:path'
import { Aedes } from 'aedes'
import { appendOneByOne } from './telemetry.ts'

// Contenders at the MQTT door, behind the same broker library as FlowViz. `plain` acknowledges and keeps nothing;
// `each` commits every message in a transaction of its own before the PUBACK.
const [mode, folder] = process.argv.slice(2) as ['plain' | 'each', string]
const append = mode === 'each' ? appendOneByOne(join(folder, 'telemetry.db')) : null

const broker = await Aedes.createBroker({
  authorizePublish(_client, packet, done) {
    append?.(packet.payload as Buffer)
    done(null)
  },
})
const server = createServer(broker.handle).listen(0, '127.0.0.1', () => {
  const address = server.address()
  if (typeof address === 'object' && address !== null)
    console.log(JSON.stringify({ msg: 'ready', mqtt_port: address.port }))
})
process.once('SIGTERM', () => process.exit(0))
