import { hash } from 'node:crypto'
import type { PlantReader } from '../parts.ts'
import { type AuditReader, openAuditReader } from '../store/audit-reader.ts'
import { openPackReader, type PackReader } from '../store/pack-reader.ts'
import { openPlantReader } from '../store/plant-reader.ts'

export const sha256 = (bytes: Uint8Array): Uint8Array => hash('sha256', bytes, 'buffer')

/** Read-only connections of `plant.db`. */
export interface Connections {
  ledger: PackReader
  plant: PlantReader
  audit: AuditReader
}

/** What a pack is made from: the plant as its ledger was at one signed head, however it grows meanwhile. */
export interface Source extends Connections {
  /** The last row of the signed tree. */
  upto: number
}

/** @throws an error of SQLite when the file was never opened by the writer. */
export function openSource(path: string): Connections & { close(): void } {
  const ledger = openPackReader(path, sha256)
  const plant = openPlantReader(path)
  const audit = openAuditReader(path)
  return {
    ledger,
    plant,
    audit,
    close() {
      ledger.close()
      plant.close()
      audit.close()
    },
  }
}
