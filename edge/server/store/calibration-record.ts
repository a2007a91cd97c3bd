import type { Calibration } from '@flowviz/contract/calibration'
import type { Instrument } from '@flowviz/contract/plant/instrument'
import type { RecordStore } from './record-store.ts'

const INSTRUMENTS_MAX = 2_000

/** The newest calibration of an instrument. */
export function lastCalibration(instrumentId: string, { records }: { records: RecordStore }): Calibration | null {
  const [last] = records.page({ kind: 'calibration', parent: instrumentId, limit: 1 })
  return last === undefined ? null : (last.body as unknown as Calibration)
}

/** Every instrument in service, with its newest calibration. */
export function calibratedInstruments(store: {
  records: RecordStore
}): { instrument: Instrument; last: Calibration | null }[] {
  const found = store.records.page({ kind: 'instrument', state: 'ACTIVE', limit: INSTRUMENTS_MAX })
  return found.map(({ id, body }) => ({ instrument: body.instrument as Instrument, last: lastCalibration(id, store) }))
}
