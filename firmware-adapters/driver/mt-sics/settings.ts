import Type, { type Static } from 'typebox'

/** What can be set for a scale that speaks MT-SICS. */
export const SicsSettings = Type.Object(
  {
    settle_ms: Type.Integer({
      title: 'Quiet time after opening',
      description: 'Nothing is sent for this long after the line was opened; some adapters reset the scale.',
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
  },
  { additionalProperties: false },
)
export type SicsSettings = Static<typeof SicsSettings>
