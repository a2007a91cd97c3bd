import { createHmac, hash, hkdfSync, type KeyObject, timingSafeEqual } from 'node:crypto'

const TOKEN = /^(?<payload>(?<session_id>[0-9a-f-]{36})\.[\w-]{43})\.(?<mac>[\w-]{43})$/

/** Refresh tokens of this box: `<session id>.<random>.<mac>`. The store keeps only their digest. */
export interface RefreshTokens {
  issue(session_id: string): string
  /** The session of a token that this box once gave, whether it is still good or was exchanged; null for any other text. */
  sessionOf(token: string): string | null
}

/** The digest under which a token is kept. */
export const digestOf = (token: string): string => hash('sha256', token, 'hex')

/**
 * By its mac an exchanged token is told from an invented one: the first says that two hold the session, so that it has
 * to end (RFC 9700, 4.14.2); the second must not end anybody's.
 */
export function refreshTokens({ key, randomBytes }: { key: KeyObject; randomBytes: (count: number) => Buffer }) {
  const secret = key.export({ type: 'pkcs8', format: 'der' })
  const macKey = Buffer.from(hkdfSync('sha256', secret, '', 'flowviz refresh token', 32))
  const macOf = (payload: string) => createHmac('sha256', macKey).update(payload).digest('base64url')
  const tokens: RefreshTokens = {
    issue(session_id) {
      const payload = `${session_id}.${randomBytes(32).toString('base64url')}`
      return `${payload}.${macOf(payload)}`
    },
    sessionOf(token) {
      const found = TOKEN.exec(token)?.groups
      if (found === undefined) return null
      const right = timingSafeEqual(Buffer.from(found.mac!), Buffer.from(macOf(found.payload!)))
      return right ? found.session_id! : null
    },
  }
  return tokens
}
