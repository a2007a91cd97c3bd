import type { CodeRow } from './row.ts'

/** Refusals of the plant: lots, weights, scales. */
export const FLOOR = {
  lot_code_taken: {
    status: 409,
    title: 'A lot with this code exists at this site.',
    hint: 'Leave lot_code out to get a generated one, or choose another.',
  },
  lot_not_found: {
    status: 404,
    title: 'No such lot at this site.',
    hint: 'Check the id or code; a lot of another site is found at headquarters.',
  },
  quantity_invalid: {
    status: 422,
    title: 'The quantity is not a positive decimal in a known unit.',
    hint: 'Send for example "12.500" and a unit such as kg.',
  },
  weight_missing: {
    status: 422,
    title: 'A lot needs a weight: captured from a scale, or manual with a reason.',
    hint: 'Send scale_id to capture, or weight_kg with manual_reason.',
  },
  weight_ambiguous: {
    status: 422,
    title: 'A weight is either captured or manual, never both.',
    hint: 'Send scale_id alone, or weight_kg with manual_reason.',
  },
  scale_not_found: {
    status: 404,
    title: 'No such scale at this site.',
    hint: 'See the device list for the scales of this plant.',
  },
  scale_silent: {
    status: 409,
    title: 'The scale has no fresh reading.',
    hint: 'Check the cable and the power of the scale, or enter the weight with a reason.',
  },
  scale_unstable: {
    status: 409,
    title: 'The scale is not stable.',
    hint: 'Wait until the stable lamp is on and capture again.',
  },
  scale_refused: {
    status: 409,
    title: 'The scale reports a state that is not a weight.',
    hint: 'Read the reason in the detail; empty, zero or service the scale.',
  },
  device_not_found: { status: 404, title: 'No such device at this site.', hint: 'See the device list.' },
} as const satisfies Record<string, CodeRow>
