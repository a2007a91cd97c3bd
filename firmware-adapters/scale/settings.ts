import Type, { type TSchema } from 'typebox'

export type Mode = 'poll' | 'stream' | 'print'

/** What can be set for every scale, beside what its protocol adds. */
export interface ScaleSettings {
  mode: Mode
  settle_ms: number
  stable_ms: number
}

/** The settings of a scale that can be read in these ways, the usual one first, and whose protocol adds `more`. */
export function settingsOf(modes: readonly [Mode, ...Mode[]], more: Record<string, TSchema>) {
  return Type.Object(
    {
      mode: Type.Enum([...modes], {
        title: 'Who speaks first',
        description:
          'poll: the scale is asked each time. stream: it sends by itself without end. print: it sends when somebody presses its key, and silence is no fault.',
        default: modes[0],
      }),
      settle_ms: Type.Integer({
        title: 'Quiet time after opening',
        description: 'What arrives for this long after the line was opened is forgotten.',
        minimum: 0,
        maximum: 10_000,
        default: 200,
      }),
      stable_ms: Type.Integer({
        title: 'Longest wait for a stable weight',
        minimum: 1_000,
        maximum: 60_000,
        default: 10_000,
      }),
      ...more,
    },
    { additionalProperties: false },
  )
}
