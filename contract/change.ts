import type { Change, Told } from './change/change.ts'
import { LOGISTICS_CHANGES } from './change/logistics.ts'
import { LOT_CHANGES } from './change/lot.ts'
import { MASTER_CHANGES } from './change/master.ts'
import { PERSON_CHANGES } from './change/person.ts'
import { QUALITY_CHANGES } from './change/quality.ts'
import { RUN_CHANGES } from './change/run.ts'
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
}

/** What an event changes in the tables of the plant, in order; the same at the appliance and at headquarters. */
export function changesOf(event: LedgerEvent): Change[] {
  const rule = CHANGES[event.type] as ((told: Told<unknown>) => Change[]) | undefined
  return rule === undefined ? [] : rule(event)
}
