import type { CodeRow } from './row.ts'

/** Refusals of production runs. */
export const RUN = {
  run_code_taken: {
    status: 409,
    title: 'A run with this code exists at this site.',
    hint: 'Leave run_code out to get a generated one, or choose another.',
  },
  run_empty: {
    status: 409,
    title: 'Nothing has gone into this run yet.',
    hint: 'Consume the material first, then weigh what came of it.',
  },
  recipe_mismatch: {
    status: 409,
    title: 'The recipe of this run does not have that material.',
    hint: 'Take a lot of an item named in `allowed`, or plan the run with another recipe.',
  },
  recipe_exceeded: {
    status: 409,
    title: 'That is more of this material than the recipe allows.',
    hint: 'Read `left_kg` of the answer; what is too much stays where it is.',
  },
  balance_unexplained: {
    status: 409,
    title: 'The mass balance of the run does not close.',
    hint: 'Weigh what is missing as waste, sample or process loss, or send explanation and sign it.',
  },
} as const satisfies Record<string, CodeRow>
