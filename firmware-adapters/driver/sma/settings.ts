import Type from 'typebox'

export interface SmaSettings {
  level: 1 | 2
  high_res: boolean
}

/** What can be set beside what every scale has. */
export const SCHEMA = {
  level: Type.Enum([1, 2], {
    title: 'Level of the protocol',
    description: 'Level 2 knows high resolution, and waits by itself until the weight is stable.',
    default: 1,
  }),
  high_res: Type.Boolean({
    title: 'High resolution',
    description: 'Ten times finer; not legal for trade. Needs level 2.',
    default: false,
  }),
}
