import type { EventData } from '../event.ts'
import type { Change, Told } from './change.ts'

/** What the events of people change in records; people themselves have a table of their own. */
export const PERSON_CHANGES = {
  'badge.assigned': ({ data, recorded_at }: Told<EventData<'badge.assigned'>>): Change[] => [
    {
      to: 'record',
      of: 'badge',
      id: data.badge_id,
      parent: data.person_id,
      state: 'ACTIVE',
      set: { ...data, state: 'ACTIVE', assigned_at: recorded_at },
    },
  ],
  'badge.revoked': ({ data, recorded_at }: Told<EventData<'badge.revoked'>>): Change[] => [
    {
      to: 'record',
      of: 'badge',
      id: data.badge_id,
      parent: data.person_id,
      state: 'REVOKED',
      set: { state: 'REVOKED', revoked_at: recorded_at },
    },
  ],
  'training.recorded': ({ data }: Told<EventData<'training.recorded'>>): Change[] => [
    { to: 'record', of: 'training', id: data.training_id, parent: data.person_id, state: 'RECORDED', set: { ...data } },
  ],
  'policy.acknowledged': ({ data, recorded_at }: Told<EventData<'policy.acknowledged'>>): Change[] => [
    {
      to: 'record',
      of: 'policy',
      id: `${data.person_id}/${data.policy}`,
      parent: data.person_id,
      state: 'ACKNOWLEDGED',
      set: { ...data, acknowledged_at: recorded_at },
    },
  ],
  'account.locked': (told: Told<EventData<'account.locked'>>): Change[] => [
    {
      to: 'record',
      of: 'alarm',
      id: told.id,
      parent: 'account',
      state: 'RAISED',
      set: {
        alarm_id: told.id,
        kind: 'account',
        about: `account:${told.data.name}`,
        text: `Too many wrong secrets: ${told.data.name} is locked until ${told.data.until}.`,
        raised_at: told.recorded_at,
        state: 'RAISED',
      },
    },
  ],
  'record.signed': ({ data, recorded_at }: Told<EventData<'record.signed'>>): Change[] => [
    {
      to: 'record',
      of: 'signature',
      id: data.signature_id,
      parent: data.signs[0]!.subject,
      state: 'SIGNED',
      set: { ...data, signed_at: recorded_at },
    },
  ],
  'attachment.added': ({ data, recorded_at, actor }: Told<EventData<'attachment.added'>>): Change[] => [
    {
      to: 'record',
      of: 'attachment',
      id: data.attachment_id,
      parent: data.subject,
      state: 'KEPT',
      set: { ...data, added_at: recorded_at, added_by: actor.id },
    },
  ],
}
