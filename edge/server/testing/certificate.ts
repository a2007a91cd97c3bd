import { generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto'
import { isIPv4 } from 'node:net'
import { bits, commonName, context, der, octets, oid, sequence, tagged, time, whole, yes } from './der.ts'

const DAY_MS = 86_400_000
const ECDSA_SHA256 = sequence(oid('1.2.840.10045.4.3.2'))

/** Certificates of a site's own authority, made for a test. */
export interface TestAuthority {
  /** PEM */
  cert: string
  issue(of: { names: string[]; from_ms?: number; days?: number }): { cert: string; key: string }
}

/**
 * An authority of a site as a plant has it: EC P-256, and its names alone, by a critical constraint.
 * @param permitted DNS suffixes, such as `internal`, and IPv4 networks, such as `127.0.0.0/8`.
 */
export function testAuthority({ permitted, now = Date.now() }: { permitted: string[]; now?: number }): TestAuthority {
  const own = newKey()
  const issuer = commonName('FlowViz test site')
  const constraint = sequence(context(0, ...permitted.map(name => sequence(subtree(name)))))
  const cert = certificate({
    subject: issuer,
    issuer,
    key: own.publicKey,
    signer: own.privateKey,
    from_ms: now - DAY_MS,
    to_ms: now + 3650 * DAY_MS,
    extensions: [
      extension('2.5.29.19', sequence(yes), true),
      // keyCertSign and cRLSign
      extension('2.5.29.15', bits(Buffer.from([0x06]), 1), true),
      extension('2.5.29.30', constraint, true),
    ],
  })
  return {
    cert,
    issue({ names, from_ms = now - DAY_MS, days = 397 }) {
      const { publicKey, privateKey } = newKey()
      const leaf = certificate({
        subject: commonName(names[0]!),
        issuer,
        key: publicKey,
        signer: own.privateKey,
        from_ms,
        to_ms: from_ms + days * DAY_MS,
        extensions: [
          extension('2.5.29.19', sequence(), true),
          // digitalSignature
          extension('2.5.29.15', bits(Buffer.from([0x80]), 7), true),
          // serverAuth
          extension('2.5.29.37', sequence(oid('1.3.6.1.5.5.7.3.1'))),
          extension('2.5.29.17', sequence(...names.map(generalName))),
        ],
      })
      return { cert: leaf, key: privateKey.export({ type: 'pkcs8', format: 'pem' }) as string }
    },
  }
}

const newKey = () => generateKeyPairSync('ec', { namedCurve: 'P-256' })

const bytesOf = (ip: string) => Buffer.from(ip.split('.').map(Number))

const generalName = (name: string) => (isIPv4(name) ? tagged(7, bytesOf(name)) : tagged(2, Buffer.from(name)))

function subtree(permitted: string): Buffer {
  const [ip, length] = permitted.split('/')
  if (length === undefined) return tagged(2, Buffer.from(permitted))
  const mask = Buffer.alloc(4)
  mask.writeUInt32BE((0xffffffff << (32 - Number(length))) >>> 0)
  return tagged(7, Buffer.concat([bytesOf(ip!), mask]))
}

const extension = (id: string, value: Buffer, critical = false) =>
  sequence(oid(id), ...(critical ? [yes] : []), octets(value))

function certificate(of: {
  subject: Buffer
  issuer: Buffer
  key: KeyObject
  signer: KeyObject
  from_ms: number
  to_ms: number
  extensions: Buffer[]
}): string {
  const serial = randomBytes(16)
  // A number above zero, without a leading zero byte.
  serial[0] = 0x40 | (serial[0]! & 0x3f)
  const body = sequence(
    context(0, whole(2)),
    der(0x02, serial),
    ECDSA_SHA256,
    of.issuer,
    sequence(time(of.from_ms), time(of.to_ms)),
    of.subject,
    of.key.export({ type: 'spki', format: 'der' }),
    context(3, sequence(...of.extensions)),
  )
  const signed = sequence(body, ECDSA_SHA256, bits(sign('sha256', body, of.signer)))
  const lines = signed.toString('base64').match(/.{1,64}/g)!
  return `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`
}
