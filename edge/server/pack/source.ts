import { hash } from 'node:crypto'
import type { PlantReader } from '../parts.ts'
import { type AuditReader, openAuditReader } from '../store/audit-reader.ts'
import { openPackReader, type PackReader } from '../store/pack-reader.ts'
import { openPlantReader } from '../store/plant-reader.ts'

export const sha256 = (bytes: Uint8Array): Uint8Array => hash('sha256', bytes, 'buffer')

/** What a pack is made from: read-only connections of `plant.db`. */
export interface Source {
  ledger: PackReader
  plant: PlantReader
  audit: AuditReader
}

/** @throws an error of SQLite when the file was never opened by the writer. */
export function openSource(path: string): Source & { close(): void } {
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
