import type { CorrectableKde } from '@flowviz/contract/event/fsma'
import type { KdeCorrection } from '@flowviz/contract/fsma'
import { everyRecord } from '../store/logistics-record.ts'
import type { RecordStore } from '../store/record-store.ts'

/** What is true of a record now where it was recorded wrong, and how the sheet says so. */
export interface Corrected {
  now: Partial<Record<CorrectableKde, string>>
  /** `previous_source was "Dock 4"` */
  told: string[]
}

const NONE: Corrected = { now: {}, told: [] }

export type CorrectionReader = (of: string) => Corrected

/** Corrections by the record; a plant without any is not asked. */
export function correctionReader(records: RecordStore, any: boolean): CorrectionReader {
  if (!any) return () => NONE
  return of => {
    const found = everyRecord(records, { kind: 'kde_correction', parent: of }).reverse()
    if (found.length === 0) return NONE
    const corrected: Corrected = { now: {}, told: [] }
    for (const { body } of found) {
      const { kde, was, now } = body as unknown as KdeCorrection
      corrected.now[kde] = now
      corrected.told.push(`${kde} was ${was === null ? 'empty' : JSON.stringify(was)}`)
    }
    return corrected
  }
}
