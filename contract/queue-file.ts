import { base64urlOf, bytesOfBase64url } from './base64url.ts'
import { FlowError } from './error.ts'

/** A queue that a tablet could not send, as a technician carries it (docs/queue-export.md). */
export interface StrandedQueue {
  v: 1
  exported_at: string
  tablet_id: string | null
  site: string | null
  entries: StrandedEntry[]
}

/** One command of it: the signed text as it travels, and what it is for a person who reads it. */
export interface StrandedEntry {
  key: string
  seq: number | null
  state: string
  command: string
  person_id: string
  occurred_at: string
  about: string | null
  text: string | null
  sig: string | null
  params: Record<string, unknown>
  body: Record<string, unknown>
}

/** The file: how its key is made of the passphrase, and the sealed JSON of a StrandedQueue; bytes in base64url. */
interface QueueFile {
  kind: 'flowviz-queue'
  v: 1
  kdf: { name: 'PBKDF2'; hash: 'SHA-256'; iterations: number; salt: string }
  cipher: { name: 'AES-GCM'; iv: string }
  sealed: string
}

const ITERATIONS = 600_000
/** What a file may ask of the machine that opens it. */
const ITERATIONS_MAX = 10_000_000
const CONTEXT = new TextEncoder().encode('flowviz/queue/v1\n')

/** Seals a queue with a passphrase: AES-256-GCM, key by PBKDF2-SHA-256. `randomBytes` gives salt and nonce. */
export async function sealQueue(
  queue: StrandedQueue,
  passphrase: string,
  randomBytes: (count: number) => Uint8Array,
): Promise<string> {
  const salt = Uint8Array.from(randomBytes(16))
  const iv = Uint8Array.from(randomBytes(12))
  const key = await keyOf(passphrase, salt, ITERATIONS)
  const plain = new TextEncoder().encode(JSON.stringify(queue))
  const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData: CONTEXT }, key, plain)
  const file: QueueFile = {
    kind: 'flowviz-queue',
    v: 1,
    kdf: { name: 'PBKDF2', hash: 'SHA-256', iterations: ITERATIONS, salt: base64urlOf(salt) },
    cipher: { name: 'AES-GCM', iv: base64urlOf(iv) },
    sealed: base64urlOf(new Uint8Array(sealed)),
  }
  return JSON.stringify(file)
}

/** Opens what sealQueue gave. @throws FlowError queue_file_invalid, queue_passphrase_wrong */
export async function openQueue(text: string, passphrase: string): Promise<StrandedQueue> {
  const file = fileOf(text)
  const key = await keyOf(passphrase, bytesOfBase64url(file.kdf.salt), file.kdf.iterations)
  const cipher = { name: 'AES-GCM', iv: bytesOfBase64url(file.cipher.iv), additionalData: CONTEXT }
  let plain: ArrayBuffer
  try {
    plain = await crypto.subtle.decrypt(cipher, key, bytesOfBase64url(file.sealed))
  } catch (cause) {
    throw new FlowError('queue_passphrase_wrong', undefined, { cause })
  }
  return JSON.parse(new TextDecoder().decode(plain)) as StrandedQueue
}

function fileOf(text: string): QueueFile {
  try {
    const file = JSON.parse(text) as QueueFile
    const { iterations } = file.kdf
    const isOurs = file.kind === 'flowviz-queue' && file.v === 1 && file.kdf.name === 'PBKDF2'
    if (isOurs && Number.isInteger(iterations) && iterations > 0 && iterations <= ITERATIONS_MAX) {
      for (const bytes of [file.kdf.salt, file.cipher.iv, file.sealed]) bytesOfBase64url(bytes)
      return file
    }
  } catch (cause) {
    throw new FlowError('queue_file_invalid', undefined, { cause })
  }
  throw new FlowError('queue_file_invalid')
}

async function keyOf(passphrase: string, salt: Uint8Array<ArrayBuffer>, iterations: number): Promise<CryptoKey> {
  const secret = new TextEncoder().encode(passphrase.normalize('NFC'))
  const raw = await crypto.subtle.importKey('raw', secret, 'PBKDF2', false, ['deriveKey'])
  const how = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations }
  return crypto.subtle.deriveKey(how, raw, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt'])
}
