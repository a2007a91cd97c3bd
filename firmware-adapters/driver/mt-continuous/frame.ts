import { StartedFramer } from '../../scale/started.ts'

const CR = 0x0d
/** STX, SWA, SWB, SWC, six digits of weight, six of tare, CR. */
const LONG = 17
/** The same without the tare (Cardinal "SHORT"). */
const SHORT = 11

export interface FrameShape {
  /** A byte follows the CR that makes the sum of all bytes 0 modulo 128. */
  checksum: boolean
  /** Frames carry no tare. */
  short: boolean
}

/** Cuts the continuous output into frames by their length, never by their bytes: a checksum may look like STX or CR. */
export function continuousFramer(shape: FrameShape, noise: (bytes: number) => void): StartedFramer {
  const length = (shape.short ? SHORT : LONG) + (shape.checksum ? 1 : 0)
  return new StartedFramer(bytes => (bytes.length < length ? 'more' : fits(bytes, shape) ? 'whole' : 'none'), noise)
}

/** Whether these bytes are a frame: terminator, the bits that are always set, digits only, the sum. */
function fits(bytes: readonly number[], { checksum, short }: FrameShape): boolean {
  const seven = bytes.map(byte => byte & 0x7f)
  const body = short ? SHORT : LONG
  if (seven[body - 1] !== CR) return false
  // Fairbanks leaves bit 5 of SWB clear: that of SWA and of one of the other two is enough.
  if ((seven[1]! & 0x60) !== 0x20 || ((seven[2]! | seven[3]!) & 0x20) !== 0x20) return false
  if (!seven.slice(4, body - 1).every(byte => (byte >= 0x30 && byte <= 0x39) || byte === 0x20 || byte === 0x2d))
    return false
  return !checksum || seven.reduce((sum, byte) => sum + byte, 0) % 128 === 0
}
