import Type from 'typebox'

export type CasFormat = '22' | '18' | '10'

export interface CasSettings {
  format: CasFormat
  commands: 'ci-200' | 'ci-400'
  device: string
}

/** What can be set beside what every scale has. */
export const SCHEMA = {
  format: Type.Enum(['22', '18', '10'] as CasFormat[], {
    title: 'Bytes of a frame',
    description: 'A setting of the indicator. 22 needs a line of 8 data bits; 10 tells neither unit nor state.',
    default: '22',
  }),
  commands: Type.Enum(['ci-200', 'ci-400'] as ('ci-200' | 'ci-400')[], { title: 'Commands of', default: 'ci-200' }),
  device: Type.String({ title: 'Number of the indicator', pattern: '^[0-9]{2}$', default: '01' }),
}
