import { DelimitedFramer } from '../../scale/delimited.ts'
import type { Framer } from '../../scale/protocol.ts'

/** Each frame is a line that ends CR LF. The lamp byte has its bit 5 set, so it is never mistaken for an end. */
export const casFramer = (noise: (bytes: number) => void): Framer => new DelimitedFramer({ end: '\r\n' }, noise)
