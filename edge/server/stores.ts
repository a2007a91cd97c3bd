import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { RESTORED_MARKER } from '@flowviz/contract/restore'
import type { Config } from './config.ts'
import type { PlantReader, TelemetryReader, TelemetryWriter } from './parts.ts'
import { openReadWorker } from './read/open.ts'
import type { ReadWorker } from './read/question.ts'
import { type AttemptStore, openAttemptStore } from './store/attempt-store.ts'
import { type AuditReader, openAuditReader } from './store/audit-reader.ts'
import { type LimitStore, openLimitStore } from './store/limit-store.ts'
import { openPlantReader } from './store/plant-reader.ts'
import { openTelemetryReader } from './store/telemetry-reader.ts'
import type { PlantWriter } from './writer/command.ts'
import { openPlantWriter } from './writer/plant-writer.ts'
import { openTelemetryWriter } from './writer/telemetry-writer.ts'

export interface Stores {
  plant: PlantWriter
  reader: PlantReader
  audit: AuditReader
  /** Heavy reads of the plant's file, in a thread of their own. */
  read: ReadWorker
  telemetry: TelemetryReader
  telemetryWriter: TelemetryWriter
  attempts: AttemptStore
  limits: LimitStore
  /** Commits what waits, signs the head, closes every file. */
  close(): Promise<void>
}

interface StoreWishes {
  version: string
  /** A writer's thread ended by itself; nothing can be written any more. */
  onFailure: (error: Error) => void
  /** What a restart should remember of requests could not be kept; everything else goes on. */
  onTrouble: (error: unknown) => void
}

/**
 * Opens the files of the plant, each with its one writer, and makes those that are not there.
 * Codes thrown: store_unfit, config_invalid, storage_full.
 */
export async function openStores(
  config: Pick<Config, 'data_dir' | 'site' | 'box_key' | 'litestream' | 'limits'>,
  { version, onFailure, onTrouble }: StoreWishes,
): Promise<Stores> {
  const { data_dir, site, box_key, litestream, limits } = config
  mkdirSync(data_dir, { recursive: true, mode: 0o700 })
  const plantPath = join(data_dir, 'plant.db')
  const telemetryPath = join(data_dir, 'telemetry.db')
  const plant = await openPlantWriter({
    path: plantPath,
    site,
    boxKeyPem: box_key.export({ type: 'pkcs8', format: 'pem' }) as string,
    version,
    litestream,
    awaitHeal: existsSync(join(data_dir, RESTORED_MARKER)),
    onFailure,
  })
  const telemetryWriter = await openTelemetryWriter({ path: telemetryPath, litestream, onFailure })
  const reader = openPlantReader(plantPath)
  const audit = openAuditReader(plantPath)
  const read = openReadWorker(plantPath)
  const telemetry = openTelemetryReader(telemetryPath)
  const attempts = await openAttemptStore(join(data_dir, 'attempts.db'), limits.login)
  const buckets = openLimitStore(join(data_dir, 'attempts.db'), limits.rules, { onTrouble })
  return {
    plant,
    reader,
    audit,
    read,
    telemetry,
    telemetryWriter,
    attempts,
    limits: buckets,
    async close() {
      await read.close()
      await telemetryWriter.close()
      await plant.close()
      reader.close()
      audit.close()
      telemetry.close()
      attempts.close()
      buckets.close()
    },
  }
}
