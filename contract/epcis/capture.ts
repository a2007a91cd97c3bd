import Type, { type Static } from 'typebox'
import { object, oneOf } from '../event/shape.ts'
import { Timestamp } from '../time.ts'
import { Uuid } from '../uuid.ts'
import { Finding } from './finding.ts'

export type CaptureBehaviour = 'rollback' | 'proceed'

/** Events of one capture at most. */
export const CAPTURE_EVENTS_MAX = 500

/** A capture as it is looked at afterwards. */
export const CaptureJob = Type.Object(
  {
    captureID: Uuid,
    createdAt: Timestamp,
    finishedAt: Timestamp,
    running: Type.Literal(false),
    success: Type.Boolean(),
    captureErrorBehaviour: oneOf('rollback', 'proceed'),
    eventCount: Type.Integer(),
    captured: Type.Integer(),
    known: Type.Integer({ description: 'Were here before: nothing was kept twice.' }),
    errors: Type.Array(Finding),
    warnings: Type.Array(Finding),
    hint: Type.Union([Type.String(), Type.Null()], { description: 'What to do where it was no success.' }),
  },
  { $id: 'EpcisCaptureJob', additionalProperties: false },
)
export type CaptureJob = Static<typeof CaptureJob>

/** An event that may be captured, as it goes to the writer. */
export const CapturedEvent = object({
  pointer: Type.String(),
  event_id: Type.String(),
  hash: Type.String(),
  declares_error: Type.Boolean(),
  text: Type.String(),
})
export type CapturedEvent = Static<typeof CapturedEvent>
