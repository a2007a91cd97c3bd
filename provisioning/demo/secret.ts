import { argon2Sync, randomBytes } from 'node:crypto'

// OWASP password storage: argon2id with 19 MiB, two passes, one lane.
const MEMORY_KIB = 19_456
const PASSES = 2
const LANES = 1

const unpadded = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64').replace(/=+$/, '')

/** PHC string of a PIN or password: `$argon2id$v=19$m=19456,t=2,p=1$salt$hash`, base64 without padding. */
export function hashSecret(secret: string): string {
  const nonce = randomBytes(16)
  const tag = argon2Sync('argon2id', {
    message: secret,
    nonce,
    parallelism: LANES,
    tagLength: 32,
    memory: MEMORY_KIB,
    passes: PASSES,
  })
  return `$argon2id$v=19$m=${MEMORY_KIB},t=${PASSES},p=${LANES}$${unpadded(nonce)}$${unpadded(tag)}`
}
