import type { EventEmitter } from 'node:events'
import { createServer, type Server } from 'node:net'
import type { DeviceConfig } from '@flowviz/contract/device'
import { type ErrorCode, FlowError } from '@flowviz/contract/error'
import { Aedes, type AedesOptions, type Client, type PublishPacket } from 'aedes'
import type { Logger } from 'pino'
import type { MqttIdentity } from '../config.ts'
import type { Delivery } from '../ingest/door.ts'
import { Connection } from './connection.ts'
import { type Admission, credentials } from './credential.ts'
import { rights } from './rights.ts'

const CLIENTS_MAX = 1_000
const CONNECT_MS = 10_000
const NOTHING = Buffer.alloc(0)

export interface BrokerCounts {
  oversize: number
  refused_clients: number
  refused_topics: number
}

export interface Broker {
  readonly port: number
  configure(devices: readonly DeviceConfig[]): void
  /** Sends a command; nobody but the device's own gateway, or the sensor itself, gets it. */
  send(topic: string, payload: string | Uint8Array): void
  isConnected(identity: string): boolean
  isListening(): boolean
  connected(): number
  counts(): Readonly<BrokerCounts>
  close(): Promise<void>
}

export interface BrokerOptions {
  host: string
  port: number
  identities: readonly MqttIdentity[]
  logger: Logger
  /** Takes a publish; the PUBACK leaves when it resolves. */
  take: (delivery: Delivery) => Promise<void>
}

/** Says nothing of what clients publish to anybody: the appliance takes it, and only commands go out. */
class QuietAedes extends Aedes {
  override publish(packet: PublishPacket, client?: unknown, done?: unknown): void {
    if (typeof client !== 'object' || client === null) {
      super.publish(packet, client as () => void)
      return
    }
    if (typeof done === 'function') done()
  }
}

/**
 * The door for devices: an MQTT 3.1.1 broker that writes PUBACK only after the commit of what was published. aedes does
 * so strictly after the callback of authorizePublish, and nowhere later can it be held back (device-protocols.md C4).
 * @throws FlowError port_taken
 */
export async function startBroker(options: BrokerOptions): Promise<Broker> {
  const { host, port, logger } = options
  const counts: BrokerCounts = { oversize: 0, refused_clients: 0, refused_topics: 0 }
  const table = rights()
  const admitted = new WeakMap<Client, MqttIdentity>()
  const state = { closing: false }
  const aedes = new QuietAedes(hooks(options, { counts, table, admitted, state }))
  await aedes.listen()
  const events: EventEmitter = aedes
  events.on('error', err => logger.error({ err }, 'the broker met an error of its own'))
  aedes.on('clientError', (client, err) => logger.debug({ client: client.id, err }, 'a client was cut off'))
  aedes.on('connectionError', (_client, err) => logger.debug({ err }, 'a connection was cut off'))

  const live = new Map<string, number>()
  const move = (client: Client, by: number) => {
    const name = admitted.get(client)?.name
    if (name !== undefined) live.set(name, (live.get(name) ?? 0) + by)
  }
  aedes.on('clientReady', client => move(client, 1))
  aedes.on('clientDisconnect', client => move(client, -1))

  const server = createServer({ noDelay: true, keepAlive: true }, socket => {
    const onOversize = () => {
      counts.oversize += 1
      const code: ErrorCode = 'packet_too_large'
      logger.warn({ code, address: socket.remoteAddress }, 'a client sent a packet that is too large and was cut off')
    }
    aedes.handle(new Connection(socket, onOversize))
  })
  server.maxConnections = CLIENTS_MAX
  await listen(server, { host, port })
  return {
    port: (server.address() as { port: number }).port,
    configure: table.configure,
    send(topic, said) {
      const payload = typeof said === 'string' ? said : Buffer.from(said)
      aedes.publish({ cmd: 'publish', topic, payload, qos: 1, retain: false, dup: false }, (error?: Error) => {
        if (error) logger.warn({ err: error, topic }, 'a command could not be sent')
      })
    },
    isConnected: identity => (live.get(identity) ?? 0) > 0,
    isListening: () => server.listening,
    connected: () => aedes.connectedClients,
    counts: () => counts,
    async close() {
      state.closing = true
      const closed = new Promise(resolve => server.close(resolve))
      await new Promise<void>(resolve => aedes.close(resolve))
      await closed
    },
  }
}

interface Door {
  counts: BrokerCounts
  table: ReturnType<typeof rights>
  admitted: WeakMap<Client, MqttIdentity>
  state: { closing: boolean }
}

function hooks({ identities, logger, take }: BrokerOptions, { counts, table, admitted, state }: Door): AedesOptions {
  const admit = credentials(identities)
  return {
    connectTimeout: CONNECT_MS,
    preConnect(_client, packet, done) {
      // An offline queue for a client that may never come back has no bound in memory: every session starts clean.
      packet.clean = true
      // A will tells of the connection and would be said in the client's name long after it; silence tells enough. Only
      // where a family of sensors has a topic for it, it says no more than that.
      if (packet.will !== undefined && !table.will(packet.username ?? '', packet.will.topic)) delete packet.will
      done(null, true)
    },
    authenticate(client, name, ...[secret, done]) {
      const { address } = client.conn as Connection
      admit({ address, client_id: client.id, name: name ?? '', secret: secret ?? NOTHING }).then(
        (admission: Admission) => {
          if ('identity' in admission) {
            admitted.set(client, admission.identity)
            return done(null, true)
          }
          counts.refused_clients += 1
          const code: ErrorCode = 'device_unknown'
          const returned = admission.refused
          logger.warn({ code, address, client: client.id, name, returned }, 'an MQTT client was refused')
          done(Object.assign(new Error('refused'), { returnCode: admission.refused }), false)
        },
        () => done(null, false),
      )
    },
    authorizePublish(client, { topic, payload, retain, dup }, done) {
      // The appliance goes, and not the sensors: their wills would say otherwise.
      if (state.closing) return done(new FlowError('not_ready', 'The appliance is stopping.'))
      const identity = client === null ? undefined : admitted.get(client)
      const right = identity === undefined ? { may: false as const } : table.publish(identity, topic)
      if (identity === undefined || !right.may) {
        counts.refused_topics += 1
        logger.warn({ identity: identity?.name, topic }, 'a publish on a foreign topic was refused')
        return done(new FlowError('topic_forbidden', `${identity?.name ?? 'nobody'} may not publish on ${topic}.`))
      }
      const bytes = typeof payload === 'string' ? Buffer.from(payload) : payload
      take({ identity: identity.name, topic, route: right.route, payload: bytes, retain, dup }).then(
        () => done(null),
        error => done(error as Error),
      )
    },
    authorizeSubscribe(client, subscription, done) {
      const identity = admitted.get(client)
      const may = identity !== undefined && table.subscribe(identity, subscription.topic)
      if (!may) {
        counts.refused_topics += 1
        logger.warn({ identity: identity?.name, topic: subscription.topic }, 'a subscription was refused')
      }
      done(null, may ? subscription : null)
    },
    authorizeForward(client, packet) {
      const identity = admitted.get(client)
      return identity !== undefined && table.forward(identity, packet.topic) ? packet : null
    },
  }
}

/** Listens, or says in words why it cannot. @throws FlowError port_taken */
export function listen(server: Server, { host, port }: { host: string; port: number }): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) => {
      const taken = `Port ${port} on ${host} is in use by another program.`
      reject(cause.code === 'EADDRINUSE' ? new FlowError('port_taken', taken, { cause }) : cause)
    })
    server.listen(port, host, resolve)
  })
}
