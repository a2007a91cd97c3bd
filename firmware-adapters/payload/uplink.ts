import { bytesOfBase64 } from './base64.ts'
import { fieldOf, integerOf, isBranch, NumberText, readJsonText, textOf } from './json-tree.ts'
import { momentOf } from './moment.ts'
import { hexOf } from './told.ts'

/** One uplink of a LoRaWAN device, as a network server or a gateway publishes it. */
export interface Uplink {
  /** 16 hex digits, lower case. */
  dev_eui: string
  /** ms since 1970 */
  at_ms: number | null
  /** Names the frame: a second gateway, or a repeat, gives the same one. */
  key: string
  f_port: number
  /** What the codec of the server made of it; undefined when there is none. */
  object: unknown
  data: Uint8Array | null
}

/** Reads ChirpStack v4, v3 with either of its JSON marshalers, and the gateways of Milesight; null for anything else. */
export function readUplink(root: unknown): Uplink | null {
  const dev_eui = devEuiOf(root)
  if (dev_eui === null) return null
  const data = fieldOf(root, 'data')
  const bytes = typeof data === 'string' ? bytesOfBase64(data) : null
  if (data !== undefined && data !== null && bytes === null) return null
  const object = objectOf(root)
  if (object === null) return null
  // A counter or port of 0 is left out by some marshalers, but nothing else may stand in its place.
  const [f_cnt, f_port] = [countOf(root, 'fCnt'), countOf(root, 'fPort')]
  if (f_cnt === null || f_port === null) return null
  const address = textOf(root, 'devAddr') ?? ''
  return { dev_eui, at_ms: timeOf(root), key: `${dev_eui} ${address} ${f_cnt} ${f_port}`, f_port, object, data: bytes }
}

/** The EUI of an event's device: hex in v4, hex or base64 in v3; null when there is none. */
export function devEuiOf(root: unknown): string | null {
  const said = textOf(fieldOf(root, 'deviceInfo'), 'devEui') ?? textOf(root, 'devEUI') ?? textOf(root, 'devEui')
  if (said === null) return null
  if (/^[0-9a-fA-F]{16}$/.test(said)) return said.toLowerCase()
  const bytes = bytesOfBase64(said)
  return bytes?.length === 8 ? hexOf(bytes) : null
}

/** When the frame was received: by the server, else by the first gateway that knows. */
export function timeOf(root: unknown): number | null {
  const gateways = fieldOf(root, 'rxInfo')
  const heard = Array.isArray(gateways) ? gateways.slice(0, 16).map(gateway => textOf(gateway, 'time')) : []
  for (const text of [textOf(root, 'time'), ...heard, textOf(root, 'publishedAt')]) {
    const at = text === null ? null : momentOf(text)
    if (at !== null) return at
  }
  return null
}

function countOf(root: unknown, key: string): number | null {
  if (!(fieldOf(root, key) instanceof NumberText)) return fieldOf(root, key) == null ? 0 : null
  const count = integerOf(root, key)
  return count !== null && count >= 0 && count <= 0xffff_ffff ? count : null
}

/** The decoded object; v3 writes it as text. Undefined when there is none, null when it is no object. */
function objectOf(root: unknown): unknown {
  const object = fieldOf(root, 'object')
  if (isBranch(object) && !Array.isArray(object)) return object
  if (object != null) return null
  const text = textOf(root, 'objectJSON')
  if (text === null || text === '') return undefined
  const read = readJsonText(text)
  return read.ok && isBranch(read.root) ? read.root : null
}
