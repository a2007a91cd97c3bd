import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { RESTORED_MARKER } from '@flowviz/contract/restore'
import type { Config } from './config.ts'
import type { PlantReader, TelemetryReader, TelemetryWriter } from './parts.ts'
import { type AttemptStore, openAttemptStore } from './store/attempt-store.ts'
import { openPlantReader } from './store/plant-reader.ts'
import { openTelemetryReader } from './store/telemetry-reader.ts'
import type { PlantWriter } from './writer/command.ts'
import { openPlantWriter } from './writer/plant-writer.ts'
import { openTelemetryWriter } from './writer/telemetry-writer.ts'

export interface Stores {
  plant: PlantWriter
  reader: PlantReader
  telemetry: TelemetryReader
  telemetryWriter: TelemetryWriter
  attempts: AttemptStore
  /** Commits what waits, signs the head, closes every file. */
  close(): Promise<void>
}

/**
 * Opens the files of the plant, each with its one writer, and makes those that are not there.
 * @param onFailure a writer's thread ended by itself; nothing can be written any more
 * Codes thrown: store_unfit, config_invalid, storage_full.
 */
export async function openStores(
  config: Pick<Config, 'data_dir' | 'site' | 'box_key' | 'litestream'>,
  { version, onFailure }: { version: string; onFailure: (error: Error) => void },
): Promise<Stores> {
  const { data_dir, site, box_key, litestream } = config
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
  const telemetry = openTelemetryReader(telemetryPath)
  const attempts = await openAttemptStore(join(data_dir, 'attempts.db'))
  return {
    plant,
    reader,
    telemetry,
    telemetryWriter,
    attempts,
    async close() {
      await telemetryWriter.close()
      await plant.close()
      reader.close()
      telemetry.close()
      attempts.close()
    },
  }
}
