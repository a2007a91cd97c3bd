import { ACTION_RULES } from './action.ts'
import { ALARM_RULES } from './alarm.ts'
import { CALIBRATION_RULES } from './calibration.ts'
import { DEVIATION_RULES } from './deviation.ts'
import { DRAFT_RULES } from './draft.ts'
import { FSMA_RULES } from './fsma.ts'
import { GATE_RULES } from './gate.ts'
import { HELP_RULES } from './help.ts'
import { HOLD_RULES } from './hold.ts'
import { HU_RULES } from './hu.ts'
import { LOT_RULES } from './lot.ts'
import { MASTER_RULES } from './master.ts'
import { MATERIAL_RULES } from './material.ts'
import { PERSON_RULES } from './person.ts'
import { PRINT_RULES } from './print.ts'
import { RECALL_RULES } from './recall.ts'
import { RECALL_END_RULES } from './recall-end.ts'
import { RECALL_FINDING_RULES } from './recall-finding.ts'
import { RECEIPT_RULES } from './receipt.ts'
import { RETURN_RULES } from './return.ts'
import { REVIEW_RULES } from './review.ts'
import type { Rules } from './rule.ts'
import { RUN_RULES } from './run.ts'
import { RUN_END_RULES } from './run-end.ts'
import { SHIFT_RULES } from './shift.ts'
import { SHIP_RULES } from './ship.ts'
import { SHIPMENT_RULES } from './shipment.ts'
import { STOCK_RULES } from './stock.ts'
import { TEMPERATURE_RULES } from './temperature.ts'

/** The rule of every command. */
export const RULES: Rules = {
  ...MASTER_RULES,
  ...DRAFT_RULES,
  ...LOT_RULES,
  ...STOCK_RULES,
  ...HU_RULES,
  ...RECEIPT_RULES,
  ...SHIPMENT_RULES,
  ...SHIP_RULES,
  ...RETURN_RULES,
  ...RUN_RULES,
  ...MATERIAL_RULES,
  ...RUN_END_RULES,
  ...PERSON_RULES,
  ...GATE_RULES,
  ...HOLD_RULES,
  ...DEVIATION_RULES,
  ...ACTION_RULES,
  ...REVIEW_RULES,
  ...CALIBRATION_RULES,
  ...ALARM_RULES,
  ...PRINT_RULES,
  ...RECALL_RULES,
  ...RECALL_END_RULES,
  ...RECALL_FINDING_RULES,
  ...FSMA_RULES,
  ...HELP_RULES,
  ...SHIFT_RULES,
  ...TEMPERATURE_RULES,
}
