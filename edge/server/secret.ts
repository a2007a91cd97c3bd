import { type Argon2Parameters, argon2, argon2Sync, hash, timingSafeEqual } from 'node:crypto'
import { FlowError } from '@flowviz/contract/error'
import { parsePhc, phcOf } from '@flowviz/contract/phc'
import { type SecretOwner, type SecretWeakness, WELL_KNOWN_SECRETS, weaknessOf } from '@flowviz/contract/weak-secret'

const WEAK: Record<SecretWeakness, string> = {
  well_known: 'This secret is a well-known one.',
  name: 'This secret is the name itself.',
  same: 'This is the secret from before.',
}

function parametersOf(phc: string, secret: string): { parameters: Argon2Parameters; tag: Buffer } | null {
  const parsed = parsePhc(phc)
  if (parsed === null) return null
  const tag = Buffer.from(parsed.hash, 'base64')
  const parameters = {
    message: secret,
    nonce: Buffer.from(parsed.salt, 'base64'),
    memory: parsed.memory_kib,
    passes: parsed.passes,
    parallelism: parsed.lanes,
    tagLength: tag.length,
  }
  return { parameters, tag }
}

// OWASP password storage: argon2id with 19 MiB, two passes, one lane.
const COST = { memory: 19_456, passes: 2, parallelism: 1, tagLength: 32 }

/** The argon2id PHC string under which a secret is kept; made off the main thread. `salt` is 16 random bytes. */
export function hashSecret(secret: string, salt: Uint8Array): Promise<string> {
  return new Promise((resolve, reject) => {
    argon2('argon2id', { message: secret, nonce: salt, ...COST }, (error, tag) => {
      if (error !== null) return reject(error)
      const { memory: memory_kib, passes, parallelism: lanes } = COST
      return resolve(phcOf({ memory_kib, passes, lanes, salt: unpadded(salt), hash: unpadded(tag) }))
    })
  })
}

const unpadded = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64').replace(/=+$/, '')

/** Refuses a secret that is tried first, and says why. @throws FlowError secret_weak. */
export function requireStrong(secret: string, owner: SecretOwner): void {
  const weakness = weaknessOf(secret, owner)
  if (weakness !== null) throw new FlowError('secret_weak', WEAK[weakness])
}

/** Compares a secret with an argon2id PHC string off the main thread; false for a string that is not one. */
export function matchesSecret(phc: string, secret: string): Promise<boolean> {
  const parsed = parametersOf(phc, secret)
  if (parsed === null) return Promise.resolve(false)
  return new Promise((resolve, reject) => {
    argon2('argon2id', parsed.parameters, (error, tag) => {
      if (error === null) resolve(timingSafeEqual(tag, parsed.tag))
      else reject(error)
    })
  })
}

/** Compares a secret with its SHA-256 (for long random secrets of machines) in constant time. */
export function matchesDigest(secret_sha256: string, secret: Uint8Array): boolean {
  return timingSafeEqual(Buffer.from(secret_sha256, 'hex'), hash('sha256', secret, 'buffer'))
}

/** Names every machine and person whose secret is a well-known one. */
export function defaultSecretProblems(
  identities: { name: string; secret_sha256: string }[],
  people: { name: string; secret_hash: string }[],
): { field: string; message: string }[] {
  const digests = new Set(WELL_KNOWN_SECRETS.map(secret => hash('sha256', secret, 'hex')))
  const machines = identities
    .filter(({ name, secret_sha256 }) => digests.has(secret_sha256) || secret_sha256 === hash('sha256', name, 'hex'))
    .map(({ name }) => ({ field: 'FLOWVIZ_IDENTITIES_FILE', message: `${name} has a default secret` }))
  const isDefault = (secret_hash: string, secret: string) => {
    const parsed = parametersOf(secret_hash, secret)
    return parsed !== null && argon2Sync('argon2id', parsed.parameters).equals(parsed.tag)
  }
  const persons = people
    .filter(({ name, secret_hash }) => [...WELL_KNOWN_SECRETS, name].some(secret => isDefault(secret_hash, secret)))
    .map(({ name }) => ({ field: 'FLOWVIZ_PEOPLE_FILE', message: `${name} has a default secret` }))
  return [...machines, ...persons]
}
