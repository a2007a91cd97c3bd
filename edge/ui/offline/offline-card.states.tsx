import { OfflineCard } from './offline-card.tsx'
import type { OfflineStanding } from './offline-state.ts'
import { UpdateNotice } from './update-notice.tsx'

const STANDINGS: readonly OfflineStanding[] = [
  'ready',
  'installing',
  'update-waiting',
  'insecure',
  'unsupported',
  'switched-off',
]

export const states = [
  ...STANDINGS.map(standing => ({ name: `offline: ${standing}`, draw: () => <OfflineCard standing={standing} /> })),
  { name: 'offline: ready, in a word', draw: () => <OfflineCard standing="ready" short /> },
  { name: 'a newer screen is demanded', draw: () => <UpdateNotice lock={() => undefined} /> },
]
