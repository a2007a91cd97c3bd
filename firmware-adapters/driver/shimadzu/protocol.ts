import Type from 'typebox'
import type { ScaleProtocol } from '../../scale/protocol.ts'
import { TEXT_DIALECTS, TEXT_SETTINGS, TextFramer, type TextSettings } from '../../scale/text-line.ts'
import { ABOUT } from './about.ts'
import { decode } from './decode.ts'

type Question = 'D07' | 'D05'

export interface ShimadzuSettings extends TextSettings {
  question: Question
}

const command = (text: string) => new TextEncoder().encode(`${text}\r`)

/** Shimadzu balances, CAS CBL and CUX, KERN ABT. Their one key is tare and zero at once, and so is the command. */
export const shimadzu: ScaleProtocol<ShimadzuSettings> = {
  id: 'shimadzu',
  about: ABOUT,
  schema: {
    question: Type.Enum(['D07', 'D05'] as Question[], {
      title: 'Asked with',
      description: 'D07 is answered with S or U for stable or not; D05 of older balances leaves that out.',
      default: 'D07',
    }),
    terminator: {
      ...TEXT_SETTINGS.terminator,
      default: 'cr',
      description: 'The delimiter that the balance is set to.',
    },
    decimal_mark: TEXT_SETTINGS.decimal_mark,
  },
  defaults: { modes: ['poll', 'stream', 'print'], poll_ms: 250, timeout_ms: 500 },
  framer: ({ terminator }, noise) => new TextFramer(terminator ?? 'cr', noise),
  decode,
  dialects: TEXT_DIALECTS,
  commands: ({ question }) => ({ weight: command(question ?? 'D07'), tare: command('T') }),
  acknowledges: false,
}
