import { HelpCall } from '@flowviz/contract/help'
import { ShiftHandover } from '@flowviz/contract/shift'
import { helpCallOf } from '../store/help-record.ts'
import { handoverOf } from '../store/shift-record.ts'
import type { Doors } from './door.ts'
import type { AppParts } from './parts.ts'
import { recordDoors } from './record-list.ts'

/** What people on the floor tell each other: calls for help, hand-overs of shifts. Telling it is a command. */
export function floor(app: Doors, parts: Pick<AppParts, 'reader'>): void {
  recordDoors(app, parts, {
    path: '/api/v1/help-calls',
    kind: 'help_call',
    tag: 'floor',
    operations: { list: 'listHelpCalls', get: 'getHelpCall' },
    view: HelpCall,
    viewOf: helpCallOf,
    param: 'call_id',
  })
  recordDoors(app, parts, {
    path: '/api/v1/shift-handovers',
    kind: 'shift_handover',
    tag: 'floor',
    operations: { list: 'listShiftHandovers', get: 'getShiftHandover' },
    view: ShiftHandover,
    viewOf: handoverOf,
    parent: 'line',
    param: 'handover_id',
  })
}
