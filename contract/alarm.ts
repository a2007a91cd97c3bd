import Type, { type Static } from 'typebox'
import { oneOf, orNull, Text } from './event/shape.ts'
import { Said } from './said.ts'
import { Uuid } from './uuid.ts'

export const AlarmState = oneOf('RAISED', 'ACKNOWLEDGED')
export type AlarmState = Static<typeof AlarmState>

/** Something that somebody has to look at now. Without an id it is computed: it ends when its cause does. */
export const Alarm = Type.Object(
  {
    alarm_id: orNull(Uuid),
    kind: Type.String({
      description: 'deviation, silence, account, tablet, help, review_overdue, calibration_overdue',
    }),
    about: Type.String({ description: 'Its subject, as `kind:id`.' }),
    text: Type.String(),
    /** `text` as data; null of one that an earlier release raised, or that is in the words of a person. */
    said: orNull(Said),
    raised_at: Type.String(),
    state: AlarmState,
    acknowledged_at: Text,
    acknowledged_by: Text,
    notes: Text,
  },
  { $id: 'Alarm', additionalProperties: false },
)
export type Alarm = Static<typeof Alarm>

/** Newest first; the computed ones stand before them on the first page. */
export const AlarmPage = Type.Object(
  { alarms: Type.Array(Alarm), next: Text },
  { $id: 'AlarmPage', additionalProperties: false },
)
export type AlarmPage = Static<typeof AlarmPage>
