import type { EventData } from '../event.ts'
import type { Change, Told } from './change.ts'

const pack = (id: string, state: string, set: Record<string, unknown>): Change => ({
  to: 'record',
  of: 'pack',
  id,
  state,
  set: { ...set, state },
})

/** What the events of packs change. What is REQUESTED is still to be made, also after a restart. */
export const PACK_CHANGES = {
  'pack.requested': ({ data, recorded_at, actor }: Told<EventData<'pack.requested'>>): Change[] => [
    pack(data.pack_id, 'REQUESTED', { ...data, requested_at: recorded_at, requested_by: actor.id }),
  ],
  'pack.made': ({ data, recorded_at }: Told<EventData<'pack.made'>>): Change[] => [
    pack(data.pack_id, 'MADE', { ...data, made_at: recorded_at }),
  ],
  'pack.failed': ({ data: { pack_id, code, text }, recorded_at }: Told<EventData<'pack.failed'>>): Change[] => [
    pack(pack_id, 'FAILED', { problem: { code, text }, failed_at: recorded_at }),
  ],
}
