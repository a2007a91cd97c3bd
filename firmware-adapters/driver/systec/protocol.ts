import type { ScaleProtocol } from '../../scale/protocol.ts'
import { ABOUT } from './about.ts'
import { decode } from './decode.ts'
import { systecFramer } from './frame.ts'
import { SCHEMA, type SystecSettings } from './settings.ts'

const command = (letters: string) => new TextEncoder().encode(`<${letters}>\r\n`)

/** Systec IT terminals: `RM` reads the weight as it is, `RN` waits until it is stable and keeps it in the archive. */
export const systec: ScaleProtocol<SystecSettings> = {
  id: 'systec',
  about: ABOUT,
  schema: SCHEMA,
  defaults: { modes: ['poll', 'stream', 'print'], poll_ms: 500, timeout_ms: 1_500 },
  framer: (_settings, noise) => systecFramer(noise),
  decode,
  commands: () => ({
    weight: command('RM'),
    stable_weight: command('RN'),
    tare: command('TA'),
    clear_tare: command('TC'),
    zero: command('SZ'),
  }),
  acknowledges: true,
}
