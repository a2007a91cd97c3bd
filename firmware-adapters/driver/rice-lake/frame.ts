import { DelimitedFramer } from '../../scale/delimited.ts'
import type { Framer } from '../../scale/protocol.ts'
import type { RiceLakeSettings } from './settings.ts'

type Noise = (bytes: number) => void

/** How the frames of each stream are found. A CR may be followed by LF, which belongs to no frame. */
const DELIMITERS = {
  'rice-lake': { end: '\r', begin: (text: string) => text.lastIndexOf('\x02'), between: '\n' },
  // The CR stands first here, and ETX ends it.
  cardinal: { end: '\x03', begin: (text: string) => text.lastIndexOf('\r') },
  'weigh-tronix': { end: '\r', between: '\n' },
} as const

/** Streams are cut by the bytes that they begin and end with, answers to commands are lines. */
export function riceLakeFramer({ mode, dialect }: RiceLakeSettings, noise: Noise): Framer {
  return new DelimitedFramer(mode === 'poll' ? { end: '\r', between: '\n\x03\r' } : DELIMITERS[dialect], noise)
}
