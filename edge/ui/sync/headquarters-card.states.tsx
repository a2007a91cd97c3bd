import type { SyncStatus } from '@flowviz/contract/live'
import { HeadquartersCard } from './headquarters-card.tsx'

const NOW = Date.parse('2026-11-26T12:00:00.000Z')
const state = (name: string, change: Partial<SyncStatus> | null, isAway = false) => ({
  name,
  draw: () => (
    <HeadquartersCard
      now={NOW}
      isAway={isAway}
      status={
        change === null
          ? null
          : {
              state: 'ok',
              pending_events: 0,
              pending_readings: 0,
              oldest_pending_at: null,
              last_ack_at: '2026-11-26T11:59:58.000Z',
              problem: null,
              ...change,
            }
      }
    />
  ),
})

export const states = [
  state('headquarters, has everything', {}),
  state('headquarters, not reached for an hour', {
    state: 'unreachable',
    pending_events: 312,
    oldest_pending_at: '2026-11-26T10:41:00.000Z',
  }),
  state('headquarters, refuses', {
    state: 'refused',
    pending_events: 3,
    oldest_pending_at: '2026-11-26T11:40:00.000Z',
  }),
  state('headquarters, a plant that works alone', { state: 'off', last_ack_at: null }),
  state('headquarters, the appliance is away', {}, true),
  state('headquarters, nothing heard yet', null),
] as const
