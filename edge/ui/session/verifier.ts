/** Below this a stolen store is guessed in a moment (OWASP, PBKDF2 with SHA-256). */
const ITERATIONS = 600_000
const PREFIX = { pin: 'flowviz/pin/v1\n', badge: 'flowviz/badge/v1\n' }

/**
 * What this tablet keeps in the place of PINs and badges. Its key cannot be exported: a copy of the store is worth
 * nothing elsewhere. Somebody who owns the tablet can still try all PINs on it: a PIN says who did something, it keeps
 * no secret.
 */
export interface Verifier {
  of: (pin: string, salt: Uint8Array<ArrayBuffer>) => Promise<ArrayBuffer>
  matches: (pin: string, kept: { salt: Uint8Array<ArrayBuffer>; verifier: ArrayBuffer }) => Promise<boolean>
  /** A badge's own mark, as text that can be looked up. */
  badge: (badge: string) => Promise<string>
}

export function createVerifier(subtle: SubtleCrypto, key: CryptoKey, iterations = ITERATIONS): Verifier {
  const text = (value: string) => new TextEncoder().encode(value)
  const stretched = async (pin: string, salt: Uint8Array<ArrayBuffer>) => {
    const material = await subtle.importKey('raw', text(pin), 'PBKDF2', false, ['deriveBits'])
    const bits = await subtle.deriveBits({ name: 'PBKDF2', hash: 'SHA-256', salt, iterations }, material, 256)
    return joined(text(PREFIX.pin), new Uint8Array(bits))
  }
  return {
    of: async (pin, salt) => subtle.sign('HMAC', key, await stretched(pin, salt)),
    matches: async (pin, { salt, verifier }) => subtle.verify('HMAC', key, verifier, await stretched(pin, salt)),
    badge: async badge => hex(await subtle.sign('HMAC', key, text(PREFIX.badge + badge))),
  }
}

/** A key that never leaves this tablet. */
export const newPepper = (subtle: SubtleCrypto): Promise<CryptoKey> =>
  subtle.generateKey({ name: 'HMAC', hash: 'SHA-256', length: 256 }, false, ['sign', 'verify'])

function joined(a: Uint8Array, b: Uint8Array): Uint8Array<ArrayBuffer> {
  const both = new Uint8Array(a.length + b.length)
  both.set(a)
  both.set(b, a.length)
  return both
}

const hex = (bytes: ArrayBuffer) => [...new Uint8Array(bytes)].map(byte => byte.toString(16).padStart(2, '0')).join('')
