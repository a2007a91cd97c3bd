import Type from 'typebox'
import type { ScaleProtocol } from '../../scale/protocol.ts'
import { ABOUT } from './about.ts'
import { decode } from './decode.ts'
import { continuousFramer } from './frame.ts'

export interface ContinuousSettings {
  checksum: boolean
  short: boolean
}

const letter = (command: string) => new TextEncoder().encode(command)

/** Mettler Toledo continuous output, also of Fairbanks, Cardinal, Rice Lake and many clones; single letters command it. */
export const mtContinuous: ScaleProtocol<ContinuousSettings> = {
  id: 'mt-continuous',
  about: ABOUT,
  schema: {
    checksum: Type.Boolean({
      title: 'With checksum',
      description: 'Frames of 18 bytes; without it 17. A setting of the indicator: switch it on.',
      default: true,
    }),
    short: Type.Boolean({
      title: 'Short frames',
      description: 'Without the tare (Cardinal SHORT).',
      default: false,
    }),
  },
  defaults: { modes: ['stream', 'print'], poll_ms: 200, timeout_ms: 2_000 },
  framer: (settings, noise) => continuousFramer(settings, noise),
  decode,
  dialects: [true, false].flatMap(checksum => [false, true].map(short => ({ checksum, short }))),
  commands: () => ({ tare: letter('T'), clear_tare: letter('C'), zero: letter('Z') }),
  acknowledges: false,
}
