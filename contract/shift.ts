import Type, { type Static } from 'typebox'
import { oneOf, Text } from './event/shape.ts'
import { SHIFT_EVENTS } from './event/shift.ts'

export const HANDOVER_STATES = ['HANDED_OVER', 'ACCEPTED'] as const
export type HandoverState = (typeof HANDOVER_STATES)[number]

/** A hand-over of a shift; the lists are as they were seen on the tablet. */
export const ShiftHandover = Type.Object(
  {
    ...SHIFT_EVENTS['shift.handed_over'].properties,
    state: oneOf(...HANDOVER_STATES),
    handed_over_at: Type.String(),
    handed_over_by: Type.String(),
    occurred_at: Type.String(),
    accepted_at: Text,
    accepted_by: Text,
    /** What the person who accepted it said. */
    answer: Text,
  },
  { $id: 'ShiftHandover', additionalProperties: false },
)
export type ShiftHandover = Static<typeof ShiftHandover>
