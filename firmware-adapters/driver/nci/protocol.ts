import type { ScaleProtocol } from '../../scale/protocol.ts'
import { ABOUT } from './about.ts'
import { decode } from './decode.ts'
import { nciFramer } from './frame.ts'

const command = (letter: string) => new TextEncoder().encode(`${letter}\r`)

/** SCP-01 of NCI: Weigh-Tronix, Salter, Fairbanks, and an option of Adam, Ohaus and CAS; the ECR variant alike. */
export const nci: ScaleProtocol = {
  id: 'nci',
  about: ABOUT,
  schema: {},
  defaults: { modes: ['poll', 'stream', 'print'], poll_ms: 250, timeout_ms: 1_000 },
  framer: (_settings, noise) => nciFramer(noise),
  decode,
  commands: () => ({ weight: command('W'), tare: command('T'), clear_tare: command('C'), zero: command('Z') }),
  acknowledges: false,
}
