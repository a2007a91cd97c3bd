import type { ScaleProtocol } from '../../scale/protocol.ts'
import { ABOUT } from './about.ts'
import { decode } from './decode.ts'
import { soehnleFramer } from './frame.ts'
import { SCHEMA, type SoehnleSettings } from './settings.ts'

const command = (letter: string) => new TextEncoder().encode(`<${letter}>\r\n`)

/** Scales of Soehnle Professional. */
export const soehnle: ScaleProtocol<SoehnleSettings> = {
  id: 'soehnle',
  about: ABOUT,
  schema: SCHEMA,
  defaults: { modes: ['poll', 'stream', 'print'], poll_ms: 250, timeout_ms: 1_000 },
  framer: (_settings, noise) => soehnleFramer(noise),
  decode,
  commands: () => ({ weight: command('A'), stable_weight: command('H') }),
  acknowledges: false,
}
