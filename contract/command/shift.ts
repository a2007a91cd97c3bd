import Type from 'typebox'
import { ShiftHandover } from '../shift.ts'
import { Uuid } from '../uuid.ts'
import { command, fields, NoParams, OccurredAt } from './command.ts'

const Ids = Type.Array(Uuid, { maxItems: 500, uniqueItems: true })

/** Handing a shift over to the next one. */
export const SHIFT_COMMANDS = {
  'hand-over-shift': command({
    route: 'POST /api/v1/shift-handovers',
    tag: 'floor',
    summary: 'Leaves to the next shift what is open and what it has to know.',
    params: NoParams,
    body: Type.Object(
      {
        notes: Type.String({ minLength: 1, maxLength: 2_000 }),
        line: Type.Optional(Type.String({ pattern: '^[A-Z0-9]{1,4}$' })),
        /** Left out: who is signed in. */
        from_person_id: Type.Optional(Uuid),
        /** Left out: whoever comes. */
        to_person_id: Type.Optional(Uuid),
        open_runs: Ids,
        open_holds: Ids,
        open_alarms: Type.Optional(Ids),
        ...OccurredAt,
      },
      { $id: 'ShiftHandoverRequest', additionalProperties: false },
    ),
    status: 201,
    gives: ShiftHandover,
  }),
  'accept-handover': command({
    route: 'POST /api/v1/shift-handovers/:handover_id/acceptance',
    tag: 'floor',
    summary: 'Says that the next shift has read it; by another person than who handed it over.',
    params: fields({ handover_id: Uuid }),
    body: fields({ notes: Type.Optional(Type.String({ minLength: 1, maxLength: 500 })) }),
    status: 200,
    gives: ShiftHandover,
  }),
} as const
