import type { EventData } from '../event.ts'
import type { TabletState } from '../tablet-word.ts'
import { alarm } from './alarm.ts'
import type { Change, Told } from './change.ts'

const tablet = (tablet_id: string, state: TabletState | null, set: Record<string, unknown>): Change => ({
  to: 'record',
  of: 'tablet',
  id: tablet_id,
  ...(state === null ? {} : { state }),
  set: { tablet_id, ...set },
})

const told = (event: Told<unknown>, tablet_id: string, text: string): Change =>
  alarm(event, 'tablet', { about: `tablet:${tablet_id}`, text })

/** What the events of tablets change. */
export const TABLET_CHANGES = {
  /** Takes the id; one that is set up again stays what it is until the code is used. */
  'tablet.invited': ({ data: { tablet_id } }: Told<EventData<'tablet.invited'>>): Change[] => [
    tablet(tablet_id, null, {}),
  ],
  'tablet.enrolled': ({ data, recorded_at }: Told<EventData<'tablet.enrolled'>>): Change[] => [
    tablet(data.tablet_id, 'ENROLLED', { ...data, enrolled_at: recorded_at }),
  ],
  'tablet.revoked': ({ data, recorded_at }: Told<EventData<'tablet.revoked'>>): Change[] => [
    tablet(data.tablet_id, 'REVOKED', { revoked_at: recorded_at }),
  ],
  'tablet.store_lost': (event: Told<EventData<'tablet.store_lost'>>): Change[] => {
    const { tablet_id, title, received_seq, epoch_next, losses } = event.data
    const last =
      received_seq === 0 ? 'None of its commands had been received' : `Command ${received_seq} was the last received`
    const text = `Tablet ${title} lost its storage. ${last}; what was made on it after that and not sent is gone.`
    return [tablet(tablet_id, null, { epoch: epoch_next, losses }), told(event, tablet_id, text)]
  },
  'tablet.skipped': (event: Told<EventData<'tablet.skipped'>>): Change[] => {
    const { tablet_id, title, from_seq, to_seq } = event.data
    const count = to_seq - from_seq + 1
    const numbers = count === 1 ? `a number (${from_seq})` : `${count} numbers (${from_seq} to ${to_seq})`
    const text = `Tablet ${title} skipped ${numbers}; ${from_seq - 1} was the last received before. Ask who worked on it.`
    return [told(event, tablet_id, text)]
  },
  'tablet.questioned': (event: Told<EventData<'tablet.questioned'>>): Change[] => {
    const { tablet_id, title, command, disabled_at, done_at } = event.data
    const text = `Tablet ${title} sent a command (${command}) of ${done_at} by a person who was disabled at ${disabled_at}. It was done; review it.`
    return [told(event, tablet_id, text)]
  },
}
