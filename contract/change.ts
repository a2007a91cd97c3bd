import type { Change, Told } from './change/change.ts'
import { EPCIS_CHANGES } from './change/epcis.ts'
import { FSMA_CHANGES } from './change/fsma.ts'
import { HELP_CHANGES } from './change/help.ts'
import { LOGISTICS_CHANGES } from './change/logistics.ts'
import { LOT_CHANGES } from './change/lot.ts'
import { MASTER_CHANGES } from './change/master.ts'
import { PACK_CHANGES } from './change/pack.ts'
import { PERSON_CHANGES } from './change/person.ts'
import { PRINT_CHANGES } from './change/print.ts'
import { QUALITY_CHANGES } from './change/quality.ts'
import { RECALL_CHANGES } from './change/recall.ts'
import { RUN_CHANGES } from './change/run.ts'
import { SHIFT_CHANGES } from './change/shift.ts'
import { TABLET_CHANGES } from './change/tablet.ts'
import { TEMPERATURE_CHANGES } from './change/temperature.ts'
import type { EventData, EventType, LedgerEvent } from './event.ts'

export type { Change, GateRow, LinkEnd, NewLot, RecordKind } from './change/change.ts'

type Rules = { [T in EventType]?: (told: Told<EventData<T>>) => Change[] }

const CHANGES: Rules = {
  ...LOT_CHANGES,
  ...RUN_CHANGES,
  ...MASTER_CHANGES,
  ...QUALITY_CHANGES,
  ...PERSON_CHANGES,
  ...LOGISTICS_CHANGES,
  ...RECALL_CHANGES,
  ...PRINT_CHANGES,
  ...FSMA_CHANGES,
  ...EPCIS_CHANGES,
  ...PACK_CHANGES,
  ...HELP_CHANGES,
  ...SHIFT_CHANGES,
  ...TEMPERATURE_CHANGES,
  ...TABLET_CHANGES,
}

/** What an event changes in the tables of the plant, in order; the same at the appliance and at headquarters. */
export function changesOf(event: LedgerEvent): Change[] {
  const rule = CHANGES[event.type] as ((told: Told<unknown>) => Change[]) | undefined
  return rule === undefined ? [] : rule(event)
}
