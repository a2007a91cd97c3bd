import Type from 'typebox'
import { Name } from '../name.ts'
import { TabletKey } from '../tablet-word.ts'
import { Timestamp } from '../time.ts'
import { Uuid } from '../uuid.ts'
import { object, orNull } from './shape.ts'

const Title = Type.String({ maxLength: 80 })

/** Tablets: who may send commands of others, and what got lost on the way. */
export const TABLET_EVENTS = {
  /** Its code, by which anybody may set it up, is kept nowhere but as a keyed digest beside the ledger. */
  'tablet.invited': object({ tablet_id: Name, title: Title, station: orNull(Name), expires_at: Timestamp }),
  'tablet.enrolled': object({
    tablet_id: Name,
    title: Title,
    station: orNull(Name),
    key: TabletKey,
    epoch: Uuid,
    code_prefix: Type.String(),
    /** Named by the tablet's cookie, and the one before it whose cookie is good too. */
    enrolment_id: Uuid,
    enrolment_before: orNull(Uuid),
  }),
  'tablet.revoked': object({ tablet_id: Name }),
  /** What it had not sent by then, nobody will ever know. */
  'tablet.store_lost': object({
    tablet_id: Name,
    title: Title,
    /** The epoch that ended, and how far it had come. */
    epoch: Uuid,
    received_seq: Type.Integer({ minimum: 0 }),
    epoch_next: Uuid,
    /** How often that has happened, this time included. */
    losses: Type.Integer({ minimum: 1 }),
  }),
  /** Numbers of its commands that were not there when a later one came. */
  'tablet.skipped': object({
    tablet_id: Name,
    title: Title,
    epoch: Uuid,
    from_seq: Type.Integer({ minimum: 1 }),
    to_seq: Type.Integer({ minimum: 1 }),
  }),
  /** It was done, and the person who did it had been disabled by the time it came: somebody has to look at it. */
  'tablet.questioned': object({
    tablet_id: Name,
    title: Title,
    key: Type.String({ maxLength: 64 }),
    command: Type.String({ maxLength: 60 }),
    person_id: Uuid,
    disabled_at: Timestamp,
    done_at: Timestamp,
  }),
} as const
