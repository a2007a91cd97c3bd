import type { PlantStore } from '../store/plant-store.ts'
import type { Command, CommandGives, CommandTakes } from './command.ts'
import type { Known } from './known.ts'
import type { Ledger } from './ledger.ts'
import type { BoxKey } from './sign.ts'

/** What a command is decided with: the state inside the transaction, and the end of the ledger. */
export interface Context {
  store: PlantStore
  ledger: Ledger
  known: Known
  key: BoxKey
  site: string
  version: string
  /** Milliseconds since 1970. */
  now: () => number
  newId: () => string
}

/** Decides one kind of command: appends its events and gives its result, or throws a FlowError that refuses it. */
export type Decide<K extends Command['kind']> = (takes: CommandTakes<K>, context: Context) => CommandGives<K>
