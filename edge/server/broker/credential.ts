import { isPlainText } from '@flowviz/contract/text'
import { RateLimiterMemory } from 'rate-limiter-flexible'
import type { MqttIdentity } from '../config.ts'
import { matchesDigest } from '../secret.ts'

/** Return codes of CONNACK (MQTT 3.1.1, 3.2.2.3). */
export const REFUSED = { unavailable: 3, credentials: 4, client_id: 5 } as const
export type Admission = { identity: MqttIdentity } | { refused: (typeof REFUSED)[keyof typeof REFUSED] }

const FAILURES = 20
const WINDOW_S = 60
const CLIENT_ID_MAX = 100
/** Compared when nobody has the name. */
const NOBODY = '0'.repeat(64)

/**
 * Admits a client by user name and secret. Its client id is the name or begins with it, so that no identity can push
 * another one out. After 20 failures in a minute an address waits.
 */
export function credentials(identities: readonly MqttIdentity[]) {
  const byName = new Map(identities.map(identity => [identity.name, identity]))
  const failures = new RateLimiterMemory({ points: FAILURES, duration: WINDOW_S })

  const owner = (clientId: string) => {
    const names = [...byName.keys()].filter(name => clientId.startsWith(name))
    // It stands in the log, and MQTT 3.1.1 knows no NUL in text (1.5.3).
    if (clientId.length > CLIENT_ID_MAX || !isPlainText(clientId)) return undefined
    return names.sort((a, b) => b.length - a.length)[0]
  }
  return async (client: {
    address: string
    client_id: string
    name: string
    secret: Uint8Array
  }): Promise<Admission> => {
    const { address, client_id, name, secret } = client
    if (((await failures.get(address))?.consumedPoints ?? 0) >= FAILURES) return { refused: REFUSED.unavailable }
    const identity = byName.get(name)
    const right = matchesDigest(identity?.secret_sha256 ?? NOBODY, secret)
    if (identity !== undefined && right)
      return owner(client_id) === name ? { identity } : { refused: REFUSED.client_id }
    await failures.penalty(address)
    return { refused: REFUSED.credentials }
  }
}
