/** A signed head of the Merkle tree (C2SP tlog-checkpoint). Signing itself is done by whoever holds the key. */
export interface Checkpoint {
  /** `flowviz/<site>` for the first epoch, `flowviz/<site>/<epoch>` for later ones. */
  origin: string
  size: number
  /** Root hash, base64. */
  root: string
}

/** Origin line of a site's ledger. */
export const checkpointOrigin = (site: string, epoch: number) =>
  epoch === 1 ? `flowviz/${site}` : `flowviz/${site}/${epoch}`

/** The epoch that an origin line names. */
export const epochOf = (origin: string): number => Number(origin.split('/')[2] ?? 1)

/** The signed part (C2SP tlog-checkpoint): origin, decimal size, base64 root, each on a line. */
export function checkpointText(checkpoint: Checkpoint): string {
  return `${checkpoint.origin}\n${checkpoint.size}\n${checkpoint.root}\n`
}

/** One signature of a note (C2SP signed-note): key name, and base64 of key id (4 bytes) and signature. */
export interface NoteSignature {
  name: string
  value: string
}

/** A note: text, blank line, then one line a signature, each after an em dash. */
export function noteOf(text: string, signatures: NoteSignature[]): string {
  return `${text}\n${signatures.map(({ name, value }) => `\u2014 ${name} ${value}\n`).join('')}`
}

/** Splits a note into its text and signatures; null when it is not one. */
export function parseNote(note: string): { text: string; signatures: NoteSignature[] } | null {
  const cut = note.lastIndexOf('\n\n')
  if (cut < 0 || !note.endsWith('\n')) return null
  const lines = note.slice(cut + 2, -1).split('\n')
  const signatures: NoteSignature[] = []
  for (const line of lines) {
    const found = /^\u2014 (?<name>[^\s+]+) (?<value>[A-Za-z0-9+/]+={0,2})$/.exec(line)?.groups
    if (found === undefined) return null
    signatures.push({ name: found.name!, value: found.value! })
  }
  return { text: note.slice(0, cut + 1), signatures }
}

/** Reads the text of a checkpoint; null when it is not one. */
export function parseCheckpoint(text: string): Checkpoint | null {
  const found = /^(?<origin>[^\n]+)\n(?<size>0|[1-9]\d{0,15})\n(?<root>[A-Za-z0-9+/]{43}=)\n$/.exec(text)?.groups
  return found === undefined ? null : { origin: found.origin!, size: Number(found.size), root: found.root! }
}

/** What an Ed25519 key id is the first four bytes of, hashed: name, LF, 0x01, public key (C2SP signed-note). */
export function keyIdInput(name: string, publicKey: Uint8Array): Uint8Array {
  const head = new TextEncoder().encode(`${name}\n\u0001`)
  const input = new Uint8Array(head.length + publicKey.length)
  input.set(head)
  input.set(publicKey, head.length)
  return input
}
