import { type Argon2Parameters, argon2, timingSafeEqual } from 'node:crypto'
import { parsePhc } from '@flowviz/contract/phc'

const derive = (parameters: Argon2Parameters) =>
  new Promise<Buffer>((resolve, reject) => {
    argon2('argon2id', parameters, (error, key) => (error === null ? resolve(key) : reject(error)))
  })

// Costs what a real one costs (OWASP: 19 MiB, 2 passes), so that the time of an answer does not tell which names exist.
const NOBODY = '$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'

/** Compares a secret with a PHC string, or with nobody's when there is no such person: then always false. */
export async function secretMatches(secret: string, phc: string | null): Promise<boolean> {
  const parts = parsePhc(phc ?? NOBODY)
  if (parts === null) return false
  const expected = Buffer.from(parts.hash, 'base64')
  const found = await derive({
    message: secret,
    nonce: Buffer.from(parts.salt, 'base64'),
    parallelism: parts.lanes,
    tagLength: expected.length,
    memory: parts.memory_kib,
    passes: parts.passes,
  })
  return timingSafeEqual(found, expected) && phc !== null
}
