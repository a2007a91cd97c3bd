import type { ErrorCode } from '@flowviz/contract/error'
import { DEVICE_ES } from './es/device.ts'
import { EPCIS_ES } from './es/epcis.ts'
import { FLOOR_ES } from './es/floor.ts'
import { FSMA_ES } from './es/fsma.ts'
import { GENERAL_ES } from './es/general.ts'
import { HQ_ES } from './es/hq.ts'
import { INSTRUMENT_ES } from './es/instrument.ts'
import { MASTER_ES } from './es/master.ts'
import { PACK_ES } from './es/pack.ts'
import { PERSON_ES } from './es/person.ts'
import { PLANT_ES } from './es/plant.ts'
import { PRINT_ES } from './es/print.ts'
import { QUALITY_ES } from './es/quality.ts'
import { RECALL_ES } from './es/recall.ts'
import { RECORD_ES } from './es/record.ts'
import { RUN_ES } from './es/run.ts'
import { SHIFT_ES } from './es/shift.ts'
import { SIGN_ES } from './es/sign.ts'
import { STOCK_ES } from './es/stock.ts'
import { TABLET_ES } from './es/tablet.ts'
import { TLS_ES } from './es/tls.ts'
import { TOOL_ES } from './es/tool.ts'
import { TRACE_ES } from './es/trace.ts'
import type { TroubleWords } from './es/words-of.ts'

/**
 * Every refusal in Spanish, for the person on the floor: what the error table says to a developer (`send ...`) says here
 * what to touch, or whom to call. Loaded when a trouble is first shown in Spanish.
 */
export const TROUBLES_ES = {
  ...DEVICE_ES,
  ...EPCIS_ES,
  ...FLOOR_ES,
  ...FSMA_ES,
  ...GENERAL_ES,
  ...HQ_ES,
  ...INSTRUMENT_ES,
  ...MASTER_ES,
  ...PACK_ES,
  ...PERSON_ES,
  ...PLANT_ES,
  ...PRINT_ES,
  ...QUALITY_ES,
  ...RECALL_ES,
  ...RECORD_ES,
  ...RUN_ES,
  ...SHIFT_ES,
  ...SIGN_ES,
  ...STOCK_ES,
  ...TABLET_ES,
  ...TLS_ES,
  ...TOOL_ES,
  ...TRACE_ES,
} as const satisfies Readonly<Record<ErrorCode, TroubleWords>>
