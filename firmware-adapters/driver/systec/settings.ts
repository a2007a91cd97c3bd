import Type from 'typebox'

export interface SystecSettings {
  checksum: boolean
}

/** What can be set beside what every scale has. */
export const SCHEMA = {
  checksum: Type.Boolean({
    title: 'Check digits are checked',
    description: 'Switch it off only for a terminal that sends none.',
    default: true,
  }),
}
