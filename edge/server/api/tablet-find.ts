import { FlowError } from '@flowviz/contract/error'
import type { TabletView } from '@flowviz/contract/tablet'
import { contiguousTo } from '../domain/seq-range.ts'
import type { PlantReader } from '../parts.ts'
import { type TabletBody, tabletOf } from '../store/tablet-record.ts'
import type { ReceivedEpoch } from '../store/tablet-store.ts'

/** A tablet that was set up once; null for any other. */
export function tabletIn({ reader }: { reader: Pick<PlantReader, 'record'> }, tablet_id: string): TabletBody | null {
  const record = reader.record('tablet', tablet_id)
  return record === null ? null : tabletOf(record)
}

/** A tablet that may send commands. @throws FlowError tablet_unknown, tablet_revoked. */
export function enrolledTablet(parts: { reader: Pick<PlantReader, 'record'> }, tablet_id: string): TabletBody {
  const tablet = tabletIn(parts, tablet_id)
  if (tablet === null) throw new FlowError('tablet_unknown', `There is no tablet ${tablet_id} at this site.`)
  if (tablet.state === 'REVOKED') throw new FlowError('tablet_revoked')
  return tablet
}

export function tabletView(tablet: TabletBody, received: ReceivedEpoch | null): TabletView {
  const { tablet_id, title, station, state, epoch, enrolled_at, losses } = tablet
  return {
    tablet_id,
    title,
    station,
    state,
    epoch,
    received_seq: contiguousTo(received?.ranges ?? []),
    enrolled_at,
    seen_at: received?.seen_at ?? null,
    losses,
  }
}
