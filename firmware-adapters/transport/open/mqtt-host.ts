import { setTimeout as wait } from 'node:timers/promises'
import { connect } from 'mqtt'

export interface HostSettings {
  url: string
  host_id: string
  client_id: string
  username?: string
  password?: string
  /** ms since 1970 */
  now: () => number
}

/** A Sparkplug host as its nodes see it. */
export interface StateHost {
  /** Says that the host is gone; never rejects and never takes longer than 2 s. */
  close(): Promise<void>
}

const RECONNECT_MS = 5_000
const CLOSE_MS = 2_000

/**
 * Tells the Sparkplug nodes of a broker that their host is there: `spBv1.0/STATE/<host id>`, retained, with a will that
 * says the opposite. Whoever contradicts (the late will of an earlier connection) is answered.
 */
export function startHost({ url, host_id, client_id, username, password, now }: HostSettings): StateHost {
  const topic = `spBv1.0/STATE/${host_id}`
  // The specification wants the birth and the will of a connection to have the same time.
  const timestamp = now()
  const saying = (online: boolean, at = timestamp) => JSON.stringify({ online, timestamp: at })
  const retained = { qos: 1, retain: true } as const
  const client = connect(url, {
    protocolVersion: 4,
    clientId: client_id,
    clean: true,
    keepalive: 30,
    reconnectPeriod: RECONNECT_MS,
    queueQoSZero: false,
    will: { topic, payload: Buffer.from(saying(false)), ...retained },
    ...(username === undefined ? {} : { username }),
    ...(password === undefined ? {} : { password }),
  })
  let closing: Promise<void> | undefined
  const tell = () => {
    if (closing === undefined && client.connected) client.publish(topic, saying(true), retained)
  }
  client.on('connect', () => {
    client.subscribe(topic, { qos: 1 }, tell)
  })
  client.on('message', (_topic, payload) => {
    if (/"online"\s*:\s*false/.test(String(payload))) tell()
  })
  // It comes back by itself; the devices behind the same broker tell why it is away.
  client.on('error', () => undefined)
  const leave = async () => {
    if (client.connected) {
      await Promise.race([
        client.publishAsync(topic, saying(false, now()), retained).catch(() => undefined),
        wait(CLOSE_MS, undefined, { ref: false }),
      ])
    }
    await Promise.race([client.endAsync(true), wait(CLOSE_MS, undefined, { ref: false })])
  }
  return {
    close() {
      closing ??= leave()
      return closing
    },
  }
}
