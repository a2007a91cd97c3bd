import { DelimitedFramer } from '../../scale/delimited.ts'
import type { Framer } from '../../scale/protocol.ts'

/** A weight and its status are two lines of one frame; a status, or the sign of an unknown command, stands alone. */
const ETX = '\x03'
const STATUS = String.raw`S?[0-?p-\x7f]{2,4}\r`
const LAST = new RegExp(String.raw`\n(?:[ -~]{3,20}\r(?:\n?${STATUS})?|${STATUS}|\?\r)${ETX}$`)

/** Each frame begins LF and ends CR ETX. */
export const nciFramer = (noise: (bytes: number) => void): Framer =>
  new DelimitedFramer({ end: '\r\x03', begin: text => text.search(LAST) }, noise)
