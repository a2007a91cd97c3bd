import { DelimitedFramer } from '../../scale/delimited.ts'
import type { Framer } from '../../scale/protocol.ts'

/** Each frame stands in angle brackets; the ends of lines between them belong to none. */
export const systecFramer = (noise: (bytes: number) => void): Framer =>
  new DelimitedFramer({ end: '>', begin: text => text.lastIndexOf('<'), between: '\r\n' }, noise)
