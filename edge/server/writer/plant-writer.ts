import type { LedgerHead } from '@flowviz/contract/sync'
import type { BatcherOptions } from './batcher.ts'
import type { Command, PlantWriter } from './command.ts'
import type { PlantFile } from './plant-engine.ts'
import { startThread } from './thread.ts'

export interface PlantWriterOptions extends Omit<PlantFile, 'litestream' | 'awaitHeal'> {
  /** True where Litestream replicates the file: it owns the WAL's checkpoints then. */
  litestream?: boolean
  /** True after a restore: an empty ledger is not begun anew, because headquarters may hold its rows. */
  awaitHeal?: boolean
  limits?: Omit<BatcherOptions<unknown>, 'send'>
  /** The writer's thread ended by itself; nothing can be written until the process is started again. */
  onFailure?: (error: Error) => void
}

/**
 * Opens `plant.db` in a thread of its own and makes it if it is not there; a new ledger begins with `ledger.started`.
 * @throws FlowError store_unfit (another release, site or key), config_invalid (the key), storage_full.
 */
export async function openPlantWriter(options: PlantWriterOptions): Promise<PlantWriter> {
  const { limits = {}, onFailure, ...rest } = options
  const file: PlantFile = { litestream: false, awaitHeal: false, ...rest }
  let head: LedgerHead
  const listeners: ((head: LedgerHead) => void)[] = []
  const thread = await startThread<Command, LedgerHead>({
    entry: new URL('./plant-worker.ts', import.meta.url),
    workerData: file,
    limits,
    onFailure,
    onState(state) {
      const before = head?.seq
      head = state
      if (before !== undefined && before !== state.seq) for (const listener of listeners) listener(state)
    },
  })
  return {
    submit: (kind, takes) => thread.submit({ kind, takes } as unknown as Command) as never,
    head: () => head,
    onCommit: listener => void listeners.push(listener),
    close: () => thread.close(),
  }
}
