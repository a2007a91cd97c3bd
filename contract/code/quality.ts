import type { CodeRow } from './row.ts'

/** Refusals of gates, holds, deviations, reviews and calibrations. */
export const QUALITY = {
  gate_unknown: {
    status: 404,
    title: 'The QC plan of this lot or run has no such gate.',
    hint: 'Send gate_id as the plan names it, or its number.',
  },
  gate_out_of_order: {
    status: 409,
    title: 'The gate before has not passed.',
    hint: 'Decide the gate named in `gate_needed` first.',
  },
  gate_passed_already: {
    status: 409,
    title: 'This gate has passed already.',
    hint: 'To check it again send recheck with a reason; passing it again takes another person.',
  },
  gate_failed_already: {
    status: 409,
    title: 'This gate has failed before.',
    hint: 'To check it again send recheck with a reason; passing it takes another person.',
  },
  gate_unwaivable: {
    status: 409,
    title: 'This gate cannot be waived.',
    hint: 'A critical control point is always checked; waive other gates only, as PASS.',
  },
  value_invalid: {
    status: 422,
    title: 'A value does not fit its check.',
    hint: 'Send a parameter of the gate, with a value in a unit that its limits can be compared with.',
  },
  value_missing: {
    status: 422,
    title: 'A value that this gate needs is missing.',
    hint: 'Send a value for each parameter named in `parameters`.',
  },
  value_out_of_limit: {
    status: 422,
    title: 'A gate cannot pass with a value outside of its limits.',
    hint: 'Read `values` of the answer; decide HOLD or FAIL, or measure again.',
  },
  instrument_unfit: {
    status: 409,
    title: 'This instrument may not be used here.',
    hint: 'Use an instrument that is registered, in service and of the kind that the gate names.',
  },
  calibration_overdue: {
    status: 409,
    title: 'The calibration of this instrument is overdue.',
    hint: 'Use another instrument or calibrate it; without one, send a reason and a witness.',
  },
  deviation_unsafe: {
    status: 409,
    title: 'Lots of a deviation are released only after it was evaluated as safe.',
    hint: 'Evaluate the deviation named in `deviation_id`, or choose another disposition.',
  },
  record_changed: {
    status: 409,
    title: 'A record is not what it was when it was written.',
    hint: 'Stop and run `flowviz ledger verify`: it names the first row that does not fit.',
  },
} as const satisfies Record<string, CodeRow>
