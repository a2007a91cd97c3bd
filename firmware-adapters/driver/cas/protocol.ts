import type { Commands, ScaleProtocol } from '../../scale/protocol.ts'
import { ABOUT } from './about.ts'
import { decode } from './decode.ts'
import { casFramer } from './frame.ts'
import { type CasSettings, SCHEMA } from './settings.ts'

const line = (text: string) => new TextEncoder().encode(`${text}\r\n`)

/** Indicators of CAS: the format of 22 bytes with its lamp byte, that of 18, and the bare one of 10. */
export const cas: ScaleProtocol<CasSettings> = {
  id: 'cas',
  about: ABOUT,
  schema: SCHEMA,
  defaults: { modes: ['stream', 'poll', 'print'], poll_ms: 250, timeout_ms: 2_000 },
  framer: (_settings, noise) => casFramer(noise),
  decode,
  dialects: [{ format: '22' }, { format: '18' }, { format: '10' }],
  commands: ({ commands, device }): Commands =>
    commands === 'ci-400'
      ? { weight: line(`${device}RW`), tare: line(`${device}MT`), zero: line(`${device}MZ`) }
      : { weight: line(`D${device}KW`), tare: line(`D${device}KT`), zero: line(`D${device}KZ`) },
  acknowledges: false,
}
