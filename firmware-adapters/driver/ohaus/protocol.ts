import Type from 'typebox'
import type { ScaleProtocol } from '../../scale/protocol.ts'
import { TEXT_DIALECTS, TEXT_SETTINGS, TextFramer, type TextSettings } from '../../scale/text-line.ts'
import { ABOUT } from './about.ts'
import { decode } from './decode.ts'

type Question = 'IP' | 'P'

export interface OhausSettings extends TextSettings {
  question: Question
  answers: boolean
}

const command = (text: string) => new TextEncoder().encode(`${text}\r\n`)

/** Ohaus Defender, Ranger, Navigator and others with their standard commands. Never ESC R: it resets the scale. */
export const ohaus: ScaleProtocol<OhausSettings> = {
  id: 'ohaus',
  about: ABOUT,
  schema: {
    question: Type.Enum(['IP', 'P'] as Question[], {
      title: 'Asked with',
      description:
        'IP reads at once. P for an older scale that does not know IP; with a printer on the line it prints.',
      default: 'IP',
    }),
    answers: Type.Boolean({
      title: 'Answers commands',
      description: 'The scale says OK! or ES when it is told something.',
      default: false,
    }),
    ...TEXT_SETTINGS,
  },
  defaults: { modes: ['poll', 'stream', 'print'], poll_ms: 250, timeout_ms: 500 },
  framer: ({ terminator }, noise) => new TextFramer(terminator, noise),
  decode,
  dialects: TEXT_DIALECTS,
  commands: ({ question }) => ({
    weight: command(question ?? 'IP'),
    tare: command('T'),
    clear_tare: command('0T'),
    zero: command('Z'),
  }),
  acknowledges: ({ answers }) => answers,
}
