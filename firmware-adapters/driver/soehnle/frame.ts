import { DelimitedFramer } from '../../scale/delimited.ts'
import type { Framer } from '../../scale/protocol.ts'

/** Each frame is a line that ends CR LF. */
export const soehnleFramer = (noise: (bytes: number) => void): Framer => new DelimitedFramer({ end: '\r\n' }, noise)
