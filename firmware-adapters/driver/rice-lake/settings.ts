import Type from 'typebox'
import type { Mode } from '../../scale/settings.ts'

export type Dialect = 'rice-lake' | 'cardinal' | 'weigh-tronix'

export interface RiceLakeSettings {
  mode?: Mode
  dialect: Dialect
  tonne: boolean
  ask_for: 'gross' | 'net'
  address: string
}

/** What can be set beside what every scale has. */
export const SCHEMA = {
  dialect: Type.Enum(['rice-lake', 'cardinal', 'weigh-tronix'] as Dialect[], {
    title: 'Format of the stream',
    description: 'A setting of the indicator.',
    default: 'rice-lake',
  }),
  tonne: Type.Boolean({
    title: 'T is a metric tonne',
    description: 'The stream writes T for tonnes and for short tons alike; without this a weight in T is refused.',
    default: false,
  }),
  ask_for: Type.Enum(['gross', 'net'] as ('gross' | 'net')[], {
    title: 'What is asked for when the indicator is polled',
    default: 'gross',
  }),
  address: Type.String({
    title: 'Address on RS-485',
    description: 'One character; empty on RS-232.',
    pattern: '^[A-Za-z0-9]?$',
    default: '',
  }),
}
