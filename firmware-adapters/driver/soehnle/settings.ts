import Type from 'typebox'

export interface SoehnleSettings {
  stable_digit: number
}

/** What can be set beside what every scale has. */
export const SCHEMA = {
  stable_digit: Type.Integer({
    title: 'Digit of the state that is 1 when the scale is stable',
    description: 'Models differ; look at it with a moving load. 0: it does not tell.',
    minimum: 0,
    maximum: 6,
    default: 0,
  }),
}
