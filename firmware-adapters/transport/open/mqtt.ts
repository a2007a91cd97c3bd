import { setTimeout as wait } from 'node:timers/promises'
import { FlowError } from '@flowviz/contract/error'
import { connect, type MqttClient } from 'mqtt'
import type { Closure } from '../byte.ts'
import { Queue } from '../queue.ts'
import type { TopicMessage, TopicTransport } from '../topic.ts'

const CONNECT_MS = 5_000
const CLOSE_MS = 2_000
const WAITING_MAX = 1_000
/** SUBACK for a subscription that was not granted (MQTT 3.1.1, 3.9.3). */
const REFUSED = 128

export interface TopicSettings {
  url: string
  topic: string
  /** What to subscribe to, when it is not the topic itself. */
  filters?: readonly string[]
  /** Stays the same over restarts: the broker keeps what was not accepted under this name. */
  client_id: string
  username?: string
  password?: string
  /** Names of the messages that were taken on earlier connections. */
  taken?: Map<string, number>
  pending?: Set<string>
  /** ms since 1970 */
  now: () => number
}

/**
 * Subscribes to the topics of one device at a foreign broker with QoS 1 and a session that outlives the connection.
 * @throws FlowError comm_lost (unreachable, refused), credentials_wrong
 */
export async function openTopic(settings: TopicSettings): Promise<TopicTransport> {
  const client = connect(settings.url, {
    protocolVersion: 4,
    clientId: settings.client_id,
    clean: false,
    keepalive: 60,
    connectTimeout: CONNECT_MS,
    // The supervised loop reconnects, with its own back-off; the library's is a fixed second.
    reconnectPeriod: 0,
    queueQoSZero: false,
    ...(settings.username === undefined ? {} : { username: settings.username }),
    ...(settings.password === undefined ? {} : { password: settings.password }),
  })
  const messages = new Queue<TopicMessage>(WAITING_MAX)
  const { promise: closed, resolve: settle } = Promise.withResolvers<Closure>()
  const end = (closure: Closure) => {
    messages.end()
    settle(closure)
  }
  // The PUBACK leaves when the callback is called; mqtt.js knows no other manual acknowledgement for MQTT 3.1.1.
  client.handleMessage = (packet, acknowledge) => {
    messages.push({
      topic: packet.topic,
      payload: typeof packet.payload === 'string' ? new TextEncoder().encode(packet.payload) : packet.payload,
      retained: packet.retain,
      again: packet.dup,
      accept: () => acknowledge(),
    })
  }
  client.on('close', () =>
    end({
      code: 'comm_lost',
      detail: `${settings.url} closed the connection; should it go on so, another client uses the name ${settings.client_id}.`,
    }),
  )
  client.on('error', error => end({ code: 'comm_lost', detail: `${settings.url}: ${error.message}` }))
  try {
    await connected(client, settings)
  } catch (error) {
    client.end(true)
    throw error
  }
  // Not awaited: messages kept for us come before the SUBACK, and packets are handled one after the other.
  const filters = [...(settings.filters ?? [settings.topic])]
  client.subscribe(filters, { qos: 1 }, (error, grants) => {
    const refused = grants?.find(({ qos }) => Number(qos) === REFUSED)
    if (!error && refused === undefined) return
    const filter = refused?.topic ?? filters.join(', ')
    end({ code: 'comm_lost', detail: `${settings.url} does not let us subscribe to ${filter}.` })
    client.end(true)
  })
  let closing: Promise<void> | undefined
  const close = () => {
    closing ??= Promise.race([
      new Promise<void>(resolve => client.end(true, {}, () => resolve())),
      wait(CLOSE_MS, undefined, { ref: false }),
    ])
    end({ code: 'closed', detail: `${settings.url} was closed.` })
    return closing
  }
  const { topic, now, taken = new Map<string, number>(), pending = new Set<string>() } = settings
  const publish = (to: string, payload: Uint8Array) => {
    client.publish(to, Buffer.from(payload), { qos: 0 })
  }
  return { topic, taken, pending, now, publish, read: () => messages, close, closed }
}

function connected(client: MqttClient, { url }: TopicSettings): Promise<void> {
  return new Promise((resolve, reject) => {
    client.once('connect', () => resolve())
    client.once('error', cause => {
      const code = 'code' in cause && (cause.code === 4 || cause.code === 5) ? 'credentials_wrong' : 'comm_lost'
      reject(new FlowError(code, `${url} cannot be used: ${cause.message}`, { cause }))
    })
    client.once('close', () => reject(new FlowError('comm_lost', `${url} cannot be reached.`)))
  })
}
