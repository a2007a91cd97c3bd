import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, randomBytes, sign } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

/** Writes a file whole or not at all (another name first, then renamed), readable by its owner alone. */
export function writePrivate(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  const fresh = `${path}.new`
  writeFileSync(fresh, text, { mode: 0o600 })
  renameSync(fresh, path)
}

/** The file's text, written by `make` when it is not there yet: a second start finds the first one's keys. */
export function keepPrivate(path: string, make: () => string): string {
  if (!existsSync(path)) writePrivate(path, make())
  return readFileSync(path, 'utf8')
}

/** An Ed25519 private key, PKCS#8 PEM. */
export function newPrivateKey(): string {
  const { privateKey } = generateKeyPairSync('ed25519')
  return privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
}

/** The raw 32 bytes of the public half of an Ed25519 private key (PEM), base64. */
export function publicKeyOf(privatePem: string): string {
  const jwk = createPublicKey(createPrivateKey(privatePem)).export({ format: 'jwk' })
  return Buffer.from(jwk.x!, 'base64url').toString('base64')
}

/** Ed25519 signature of a text, base64. */
export function signText(privatePem: string, text: string): string {
  return sign(null, Buffer.from(text), createPrivateKey(privatePem)).toString('base64')
}

/** A secret of 192 random bits, for identities that no person types. */
export function newSecret(): string {
  return randomBytes(24).toString('base64url')
}

/** Hex SHA-256, as identities.json keeps MQTT secrets. */
export function sha256Hex(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
