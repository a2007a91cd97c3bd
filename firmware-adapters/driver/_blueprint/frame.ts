import { LineFramer } from '../../protocol/line.ts'

/** Bytes to bounded complete frames: here lines that end in CR LF. */
export function framer(noise: (bytes: number) => void): LineFramer {
  return new LineFramer({ length_max: 64, synced: false, noise })
}
