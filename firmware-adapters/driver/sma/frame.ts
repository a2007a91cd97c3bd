import { DelimitedFramer } from '../../scale/delimited.ts'
import type { Framer } from '../../scale/protocol.ts'

/** Each frame begins LF and ends CR; what is cut off is left behind at the next LF. */
export const smaFramer = (noise: (bytes: number) => void): Framer =>
  new DelimitedFramer({ end: '\r', begin: text => text.lastIndexOf('\n') }, noise)
