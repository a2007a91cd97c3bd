import Type from 'typebox'

export type Question = 'READ' | 'REXT' | 'GR10'

export interface DiniSettings {
  address: string
  question: Question
  alibi: boolean
}

/** What can be set beside what every scale has. */
export const SCHEMA = {
  address: Type.String({
    title: 'Address on RS-485',
    description: 'Two digits; lines of other addresses are left alone. Empty on RS-232.',
    pattern: '^([0-9]{2})?$',
    default: '',
  }),
  question: Type.Enum(['READ', 'REXT', 'GR10'] as Question[], {
    title: 'What is asked for',
    description: 'READ: the standard string. REXT: the extended one, with the tare. GR10: ten times finer.',
    default: 'READ',
  }),
  alibi: Type.Boolean({
    title: 'Captured weights go into the alibi memory',
    description: 'A weight that is captured is asked for with PID, and its number is kept with it.',
    default: false,
  }),
}
