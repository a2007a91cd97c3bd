import type { Reading } from '@flowviz/contract/reading'
import type { TelemetryWriter } from '../parts.ts'
import type { BatcherOptions } from './batcher.ts'
import type { TelemetryCommand, TelemetryFile } from './telemetry-engine.ts'
import { startThread } from './thread.ts'

export interface TelemetryWriterOptions {
  path: string
  /** True where Litestream replicates the file: it owns the WAL's checkpoints then. */
  litestream?: boolean
  limits?: Omit<BatcherOptions<unknown>, 'send'>
  /** The writer's thread ended by itself; nothing can be written until the process is started again. */
  onFailure?: (error: Error) => void
}

/**
 * Opens `telemetry.db` in a thread of its own and makes it if it is not there.
 * @throws FlowError store_unfit (another release), storage_full. `heal` refuses with ledger_gap or ledger_fork.
 */
export async function openTelemetryWriter(options: TelemetryWriterOptions): Promise<TelemetryWriter> {
  const { limits = {}, onFailure, ...rest } = options
  const file: TelemetryFile = { litestream: false, ...rest }
  const thread = await startThread<TelemetryCommand, number>({
    entry: new URL('./telemetry-worker.ts', import.meta.url),
    workerData: file,
    limits,
    onFailure,
    onState: () => undefined,
  })
  return {
    append: reading => thread.submit({ append: reading }) as Promise<Reading | null>,
    async quarantine(entry) {
      await thread.submit({ quarantine: entry })
    },
    attach: attachment => thread.submit({ attachment }) as Promise<boolean>,
    heal: readings => thread.submit({ heal: readings }) as Promise<number>,
    close: () => thread.close(),
  }
}
