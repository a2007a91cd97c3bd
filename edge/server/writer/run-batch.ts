import type { Transaction } from '../store/transaction.ts'
import { storageTrouble } from '../store/trouble.ts'
import type { Outcome } from './command.ts'
import { refusalOf } from './outcome.ts'

/** One file's way of working on a batch. */
export interface Batch<Item> {
  transaction: Transaction
  /** Does one item; throws to refuse it. */
  work: (item: Item) => unknown
  /** Remembers the state in memory, to be put back when the item is refused. */
  mark: () => () => void
  /** Writes what belongs to the batch as a whole, before the commit. */
  finish: () => void
  /** Takes the state in memory from the file again, after a batch that did not commit. */
  reload: () => void
}

/** An item was refused after it had written something. */
const HALF_DONE = Symbol('half done')

/**
 * Does a batch in one transaction and says what became of each item. An item that is refused leaves nothing; a disk
 * that fails refuses them all: the outcomes say `ok` only after the COMMIT has returned.
 *
 * A savepoint makes SQLite copy every page that the item touches (it doubles the CPU of a lot), and nearly every
 * refusal falls before the first write. So the batch runs without savepoints; should an item be refused half done, the
 * whole batch is rolled back and done again with a savepoint for each item.
 */
export function runBatch<Item>(items: Item[], batch: Batch<Item>): Outcome[] {
  const outcomes = tryBatch(items, batch, attempt)
  return outcomes === HALF_DONE ? (tryBatch(items, batch, attemptMarked) as Outcome[]) : outcomes
}

type Attempt = <Item>(item: Item, batch: Batch<Item>) => Outcome

function tryBatch<Item>(items: Item[], batch: Batch<Item>, attempt: Attempt): Outcome[] | typeof HALF_DONE {
  const { transaction } = batch
  try {
    transaction.begin()
    const outcomes = items.map(item => attempt(item, batch))
    batch.finish()
    transaction.commit()
    return outcomes
  } catch (error) {
    transaction.abandon()
    batch.reload()
    if (error === HALF_DONE) return HALF_DONE
    const refusal = refusalOf(storageTrouble(error) ?? error)
    return items.map(() => refusal)
  }
}

function attempt<Item>(item: Item, { transaction, work }: Batch<Item>): Outcome {
  const before = transaction.changes()
  try {
    return { ok: true, gives: work(item) }
  } catch (error) {
    const trouble = storageTrouble(error)
    if (trouble !== null) throw trouble
    if (transaction.changes() !== before) throw HALF_DONE
    return refusalOf(error)
  }
}

function attemptMarked<Item>(item: Item, { transaction, work, mark }: Batch<Item>): Outcome {
  const undo = mark()
  transaction.mark()
  try {
    const gives = work(item)
    transaction.keep()
    return { ok: true, gives }
  } catch (error) {
    // The disk's fault is the whole batch's; SQLite may have ended the transaction already.
    const trouble = storageTrouble(error)
    if (trouble !== null) throw trouble
    transaction.undo()
    undo()
    return refusalOf(error)
  }
}
