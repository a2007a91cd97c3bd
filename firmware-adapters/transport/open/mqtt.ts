import { setTimeout as wait } from 'node:timers/promises'
import { FlowError } from '@flowviz/contract/error'
import { connect, type MqttClient } from 'mqtt'
import type { Closure } from '../byte.ts'
import { Queue } from '../queue.ts'
import type { TopicMessage, TopicTransport } from '../topic.ts'

const CONNECT_MS = 5_000
const CLOSE_MS = 2_000
const WAITING_MAX = 1_000

export interface TopicSettings {
  url: string
  topic: string
  /** Stays the same over restarts: the broker keeps what was not accepted under this name. */
  client_id: string
  username?: string
  password?: string
}

/**
 * Subscribes to one topic of a foreign broker with QoS 1 and a session that outlives the connection.
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
      accept: () => acknowledge(),
    })
  }
  client.on('close', () => end({ code: 'comm_lost', detail: `${settings.url} closed the connection.` }))
  client.on('error', error => end({ code: 'comm_lost', detail: `${settings.url}: ${error.message}` }))
  try {
    await connected(client, settings)
  } catch (error) {
    client.end(true)
    throw error
  }
  // Not awaited: messages kept for us come before the SUBACK, and packets are handled one after the other.
  client.subscribe(settings.topic, { qos: 1 }, error => {
    if (!error) return
    end({ code: 'comm_lost', detail: `${settings.url} does not let us subscribe to ${settings.topic}.` })
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
  return { read: () => messages, close, closed }
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
