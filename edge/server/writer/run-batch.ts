import type { Transaction } from '../store/transaction.ts'
import { storageTrouble } from '../store/trouble.ts'
import type { Outcome } from './command.ts'
import { refusalOf } from './outcome.ts'

/** One file's way of working on a batch. */
export interface Batch<Item> {
  transaction: Transaction
  /** Does one item inside its savepoint; throws to refuse it. */
  work: (item: Item) => unknown
  /** Remembers the state in memory, to be put back when the item is refused. */
  mark: () => () => void
  /** Writes what belongs to the batch as a whole, before the commit. */
  finish: () => void
  /** Takes the state in memory from the file again, after a batch that did not commit. */
  reload: () => void
}

/**
 * Does a batch in one transaction and says what became of each item. An item that is refused leaves nothing; a disk
 * that fails refuses them all: the outcomes say `ok` only after the COMMIT has returned.
 */
export function runBatch<Item>(items: Item[], batch: Batch<Item>): Outcome[] {
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
    const refusal = refusalOf(storageTrouble(error) ?? error)
    return items.map(() => refusal)
  }
}

function attempt<Item>(item: Item, { transaction, work, mark }: Batch<Item>): Outcome {
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
