import type { LedgerHead } from '@flowviz/contract/sync'
import { openForWriting, type Sqlite } from '../store/open.ts'
import { plantStore } from '../store/plant-store.ts'
import { projector } from '../store/project.ts'
import { transactionOf } from '../store/transaction.ts'
import { walKeeper } from '../store/wal.ts'
import type { Command, Outcome } from './command.ts'
import type { Context } from './command-context.ts'
import { decide, signCheckpoint, startLedger } from './decide.ts'
import { knownMaster } from './known.ts'
import { openLedger } from './ledger.ts'
import { errorOf } from './outcome.ts'
import { type Batch, runBatch } from './run-batch.ts'
import { boxKey } from './sign.ts'

export interface PlantFile {
  path: string
  site: string
  /** Ed25519 private key of the box, PKCS#8 PEM. */
  boxKeyPem: string
  /** Release that is written into `ledger.started`. */
  version: string
  /** Litestream reads the WAL and owns its checkpoints. */
  litestream: boolean
  /** After a restore: an empty ledger stays empty until headquarters' rows are back or an epoch has been started. */
  awaitHeal: boolean
}

export interface Clockwork {
  /** Milliseconds since 1970. */
  now: () => number
  newId: () => string
}

const CHECKPOINT_EVENTS = 1_000
const DAY_MS = 86_400_000
// HACCP records are corrected within weeks and a tablet may be offline as long: an old key must still be known then.
const IDEMPOTENCY_MS = 35 * DAY_MS

/** `plant.db` in the hands of its one writer, synchronous; the worker thread runs it. */
export interface PlantEngine {
  /** Decides a batch in one transaction; the outcomes are true once it returns. */
  run(commands: Command[]): Outcome[]
  head(): LedgerHead
  /** Work that no acknowledgement waits for: WAL checkpoint. */
  rest(): void
  /** Signs what is new since the last signature, forgets old idempotency keys. */
  tick(): void
  close(): void
  db: Sqlite
}

/** @throws FlowError store_unfit, config_invalid, storage_full. */
export function openPlantEngine(file: PlantFile, { now, newId }: Clockwork): PlantEngine {
  const key = boxKey(file.boxKeyPem)
  const db = openForWriting(file.path, 'plant')
  const store = plantStore(db)
  const { site, version } = file
  const known = knownMaster(store)
  const project = projector(store)
  const ledger = openLedger({
    store,
    project(event, seq) {
      project(event, seq)
      known.heed(event.type)
    },
    site,
    publicKey: key.publicKey,
    now,
    newId,
  })
  const context: Context = { store, ledger, known, key, site, version, now, newId }
  let signed = store.checkpoints.lastSize()
  let saved = ledger.seq()
  const keepWal = walKeeper(db)
  const transaction = transactionOf(db)
  const batch: Batch<() => unknown> = {
    transaction,
    work: job => job(),
    mark() {
      const before = ledger.mark()
      return () => {
        ledger.reset(before)
        known.forget()
      }
    },
    finish() {
      const seq = ledger.seq()
      if (seq === saved) return
      if (seq - signed >= CHECKPOINT_EVENTS) signCheckpoint(context)
      ledger.save()
    },
    reload() {
      ledger.reload()
      known.forget()
    },
  }
  const jobs = (work: (() => unknown)[]): Outcome[] => {
    const outcomes = runBatch(work, batch)
    saved = ledger.seq()
    return outcomes
  }
  const sign = () => {
    if (ledger.seq() > signed) jobs([() => signCheckpoint(context)])
    signed = store.checkpoints.lastSize()
  }
  if (ledger.seq() === 0 && !file.awaitHeal) refuseFailure(jobs([() => startLedger(context)]))
  else if (store.ledger.state() === null) refuseFailure(jobs([() => ledger.save()]))
  return {
    db,
    run(commands) {
      const outcomes = jobs(commands.map(command => () => decide(command, context)))
      if (saved - signed >= CHECKPOINT_EVENTS) signed = store.checkpoints.lastSize()
      return outcomes
    },
    head: () => ledger.head(),
    rest() {
      if (!file.litestream) keepWal()
    },
    tick() {
      sign()
      jobs([() => store.idempotency.prune(now() - IDEMPOTENCY_MS)])
    },
    close() {
      sign()
      db.close()
    },
  }
}

function refuseFailure(outcomes: Outcome[]): void {
  for (const outcome of outcomes) if (!outcome.ok) throw errorOf(outcome)
}
