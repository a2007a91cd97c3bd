import type { CodeRow } from './row.ts'

/** Refusals that rest on the state of lots, stock and places. */
export const PLANT = {
  record_not_found: {
    status: 404,
    title: 'No such record at this site.',
    hint: 'Check the id; the record may belong to another site or have another kind.',
  },
  state_wrong: {
    status: 409,
    title: 'This cannot be done in the state that the record is in.',
    hint: 'Read `state` and `allowed` of the answer, and do the step before first.',
  },
  lot_held: {
    status: 409,
    title: 'The lot is on hold.',
    hint: 'Leave it where it is; a manager dispositions the hold.',
  },
  lot_unusable: {
    status: 409,
    title: 'The lot may not be used.',
    hint: 'Read its status: rejected, recalled, expired, destroyed and voided lots stay out of use.',
  },
  lot_expired: {
    status: 409,
    title: 'The lot is past its last day.',
    hint: 'Take another lot; have this one dispositioned.',
  },
  gate_missing: {
    status: 409,
    title: 'The lot has not passed the gate that it needs for this.',
    hint: 'Decide the gate named in `gate_no` first.',
  },
  stock_insufficient: {
    status: 409,
    title: 'There is not so much of the lot in that place.',
    hint: 'Read `on_hand_kg` of the answer; count the stock and adjust it if it is wrong.',
  },
  quantity_count_missing: {
    status: 422,
    title: 'A lot that is counted needs the number of pieces too.',
    hint: 'Send count beside weight_kg.',
  },
  lot_in_use: {
    status: 409,
    title: 'The lot has been used, so it cannot be voided.',
    hint: 'Void or correct what was made of it first, or adjust its stock.',
  },
  genealogy_cycle: {
    status: 409,
    title: 'A lot cannot be made of what was made of it.',
    hint: 'Check the direction of the link; material that is worked again becomes a new rework lot.',
  },
  location_unfit: {
    status: 409,
    title: 'This place does not take that stock.',
    hint: 'Read the detail: full, inactive, or not for held stock; choose another place.',
  },
  lane_order: {
    status: 409,
    title: 'Another lot has to leave this lane first.',
    hint: 'Take the lot named in `first`, or send a reason to pass it over.',
  },
  reason_missing: {
    status: 422,
    title: 'This needs a reason.',
    hint: 'Send reason with at least three characters.',
  },
  allergen_conflict: {
    status: 409,
    title: 'The material holds an allergen that the output does not declare.',
    hint: 'Use other material, or another recipe whose label declares it.',
  },
} as const satisfies Record<string, CodeRow>
