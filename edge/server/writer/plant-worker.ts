import { randomBytes } from 'node:crypto'
import { workerData } from 'node:worker_threads'
import type { LedgerHead } from '@flowviz/contract/sync'
import { uuidMaker } from '@flowviz/contract/uuid'
import type { Command } from './command.ts'
import { openPlantEngine, type PlantFile } from './plant-engine.ts'
import { type Served, serve } from './serve.ts'

// The thread's own entry: like a main.ts it brings the clock and the randomness, which cannot be handed across threads.
const now = () => Date.now()
const TICK_MS = 60_000

// A draw from the system costs as much as a row: draw for some hundred ids at once, and give each byte out once.
const POOL_BYTES = 4_096
let pool = randomBytes(POOL_BYTES)
function randomPool(count: number): Uint8Array {
  if (pool.length < count) pool = randomBytes(POOL_BYTES)
  const taken = pool.subarray(0, count)
  pool = pool.subarray(count)
  return taken
}

interface ServedPlant extends Served<Command, LedgerHead> {
  tick(): void
}

const engine = serve<Command, LedgerHead, ServedPlant>(() => {
  const plant = openPlantEngine(workerData as PlantFile, { now, newId: uuidMaker(now, randomPool) })
  return { run: plant.run, state: plant.head, rest: plant.rest, tick: plant.tick, close: plant.close }
})
// Does not keep the thread alive once its port is closed.
if (engine !== null) setInterval(() => engine.tick(), TICK_MS).unref()
