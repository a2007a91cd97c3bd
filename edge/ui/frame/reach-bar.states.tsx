import { AwayBar, ReachMark, SlowBar } from './reach-bar.tsx'

const SINCE = Date.parse('2026-11-26T06:40:00.000Z')

export const states = [
  { name: 'reach: the server does not answer', draw: () => <AwayBar away={{ kind: 'offline', since: SINCE }} /> },
  { name: 'reach: something else answers', draw: () => <AwayBar away={{ kind: 'wrong', since: SINCE }} /> },
  { name: 'reach: the server answers slowly', draw: () => <SlowBar /> },
  { name: 'reach: slow, on the lock screen', draw: () => <ReachMark away={null} slow={true} /> },
]
