import type { EventData } from '../event.ts'
import type { Change, Told } from './change.ts'

/** A row of the list of alarms, told to those who answer for the accounts (21 CFR 11.300(d)). */
const alarm = ({ id, recorded_at }: Told<unknown>, set: { about: string; text: string }): Change => ({
  to: 'record',
  of: 'alarm',
  id,
  parent: 'account',
  state: 'RAISED',
  set: { alarm_id: id, kind: 'account', ...set, raised_at: recorded_at, state: 'RAISED' },
})

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
  'secret.reset': (told: Told<EventData<'secret.reset'>>): Change[] => [
    alarm(told, {
      about: `person:${told.data.person_id}`,
      text: 'Somebody else set the secret of this person. If the person did not ask for it, act at once.',
    }),
  ],
  'account.locked': (told: Told<EventData<'account.locked'>>): Change[] => {
    const { person_id, name, address, until } = told.data
    const who = name === null ? 'A person' : `"${name}", whom nobody knows here,`
    return [
      alarm(told, {
        about: person_id === null ? `address:${address}` : `person:${person_id}`,
        text: `Too many wrong secrets from ${address}. ${who} is locked until ${until}.`,
      }),
    ]
  },
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
