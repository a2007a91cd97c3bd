/** The parts of an argon2id hash in PHC form; salt and hash are base64 without padding. */
export interface Argon2Hash {
  memory_kib: number
  passes: number
  lanes: number
  salt: string
  hash: string
}

const PHC =
  /^\$argon2id\$v=19\$m=(?<m>[1-9]\d{0,6}),t=(?<t>[1-9]\d{0,2}),p=(?<p>[1-9]\d?)\$(?<salt>[A-Za-z0-9+/]{11,86})\$(?<hash>[A-Za-z0-9+/]{16,86})$/

/** Reads `$argon2id$v=19$m=19456,t=2,p=1$salt$hash`; null when the text is something else. */
export function parsePhc(text: string): Argon2Hash | null {
  const found = PHC.exec(text)?.groups
  if (found === undefined) return null
  return {
    memory_kib: Number(found.m),
    passes: Number(found.t),
    lanes: Number(found.p),
    salt: found.salt!,
    hash: found.hash!,
  }
}

/** Writes the PHC form. */
export function phcOf({ memory_kib, passes, lanes, salt, hash }: Argon2Hash): string {
  return `$argon2id$v=19$m=${memory_kib},t=${passes},p=${lanes}$${salt}$${hash}`
}
