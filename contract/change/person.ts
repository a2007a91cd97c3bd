import type { EventData } from '../event.ts'
import { tell } from '../sentence.ts'
import { alarm } from './alarm.ts'
import type { Change, Told } from './change.ts'

/**
 * What the events of people change in records; people themselves have a table of their own. What touches a secret is told
 * by an alarm to those who answer for the accounts (21 CFR 11.300(d)).
 */
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
    alarm(told, 'account', { about: `person:${told.data.person_id}`, ...tell('secret_reset', {}) }),
  ],
  'account.locked': (told: Told<EventData<'account.locked'>>): Change[] => {
    const { person_id, name, address, until: until_at } = told.data
    const about = person_id === null ? `address:${address}` : `person:${person_id}`
    const spoken =
      name === null ? tell('account_locked', { address, until_at }) : tell('name_locked', { address, name, until_at })
    return [alarm(told, 'account', { about, ...spoken })]
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
