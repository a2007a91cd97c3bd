import Type from 'typebox'
import type { ScaleProtocol } from '../../scale/protocol.ts'
import { TEXT_DIALECTS, TEXT_SETTINGS, TextFramer, type TextSettings } from '../../scale/text-line.ts'
import { ABOUT } from './about.ts'
import { decode } from './decode.ts'

type Tares = 'apart' | 'together'

export interface SbiSettings extends TextSettings {
  tares: Tares
}

const esc = (letter: string) => new TextEncoder().encode(`\x1b${letter}\r\n`)

/** Sartorius SBI, also of Minebea Intec and balances that take its place. */
export const sartoriusSbi: ScaleProtocol<SbiSettings> = {
  id: 'sartorius-sbi',
  about: ABOUT,
  schema: {
    tares: Type.Enum(['apart', 'together'] as Tares[], {
      title: 'Tare and zero',
      description: 'apart: ESC U tares and ESC V zeroes. together: an older balance, ESC T does both.',
      default: 'apart',
    }),
    ...TEXT_SETTINGS,
  },
  // A balance that is set to wait for stability answers as late as the load comes to rest.
  defaults: { modes: ['poll', 'stream', 'print'], poll_ms: 500, timeout_ms: 1_000 },
  framer: ({ terminator }, noise) => new TextFramer(terminator, noise),
  decode,
  dialects: TEXT_DIALECTS,
  // The sign is always printed, in the first of sixteen columns.
  typical: /^[+-][ \d.,]{9} [A-Za-z%/ ]{3}[\r\n]{1,2}$/,
  commands: ({ tares }) =>
    tares === 'together'
      ? { weight: esc('P'), tare: esc('T'), zero: esc('T') }
      : { weight: esc('P'), tare: esc('U'), zero: esc('V') },
  acknowledges: false,
}
