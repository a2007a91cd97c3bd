import type { TemperatureEntry } from '@flowviz/contract/temperature'
import type { RecordStore, StoredRecord } from './record-store.ts'

/** A temperature that a person took, as the API shows it. */
export function entryOf({ body }: StoredRecord, { records }: { records: Pick<RecordStore, 'get'> }): TemperatureEntry {
  const entry = body as unknown as Omit<TemperatureEntry, 'hold_id'>
  const deviation = entry.deviation_id === null ? null : records.get('deviation', entry.deviation_id)
  return { ...entry, hold_id: (deviation?.body.hold_id as string | null | undefined) ?? null }
}

/** The newest ones of a place. */
export function temperaturesAt(
  locationId: string,
  { records, limit }: { records: Pick<RecordStore, 'page'>; limit: number },
): Omit<TemperatureEntry, 'hold_id'>[] {
  return records
    .page({ kind: 'temperature', parent: locationId, limit })
    .map(({ body }) => body as unknown as Omit<TemperatureEntry, 'hold_id'>)
}
