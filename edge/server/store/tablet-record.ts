import type { EventData } from '@flowviz/contract/event'
import type { TabletState } from '@flowviz/contract/tablet'
import type { StoredRecord } from './record-store.ts'

/** A tablet that was set up, as the ledger says it. */
export interface TabletBody extends EventData<'tablet.enrolled'> {
  state: TabletState
  enrolled_at: string
  losses: number
}

/** Null for one that was invited and never set up. */
export function tabletOf({ state, body }: StoredRecord): TabletBody | null {
  if (state !== 'ENROLLED' && state !== 'REVOKED') return null
  const said = body as unknown as Omit<TabletBody, 'state' | 'losses'> & { losses?: number }
  return { ...said, state, losses: said.losses ?? 0 }
}
