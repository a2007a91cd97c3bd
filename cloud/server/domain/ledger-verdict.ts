import { bytesOf, hexOf, rowHash } from '@flowviz/contract/chain'
import type { EpochStart, HeldLedger, LedgerBatch, LedgerRow, LedgerVerdict } from '../parts.ts'
import { sha256 } from './hash.ts'

const refused = (code: 'ledger_gap' | 'ledger_fork' | 'chain_broken', detail: string): LedgerVerdict => ({
  kind: 'refused',
  code,
  detail,
})

/** Compares a batch with what is held of its site: known already, the next rows, or a history that does not fit. */
export function judgeLedger(held: HeldLedger, batch: LedgerBatch): LedgerVerdict {
  const { header } = batch
  const { head } = held
  const other = firstDifference(held.rows, batch)
  if (other !== null) return refused('ledger_fork', `Event ${other} of epoch ${header.epoch} is another one here.`)
  if (header.epoch === head.epoch + 1) return judgeEpoch(held, batch)
  if (header.epoch > head.epoch)
    return refused('ledger_gap', `Epoch ${header.epoch} came before epoch ${head.epoch + 1} began.`)
  const to_seq = header.from_seq + header.count - 1
  if (held.rows.length === header.count) return judgeReplay(held.rows, header.head)
  if (header.epoch < head.epoch)
    return refused('ledger_fork', `Epoch ${header.epoch} ended; event ${to_seq} of it is not held here.`)
  if (header.from_seq > head.seq + 1)
    return refused(
      'ledger_gap',
      `The batch begins with event ${header.from_seq}; ${head.seq + 1} is the next one here.`,
    )
  return chained(batch, { seq: head.seq, hash: head.hash })
}

function firstDifference(rows: LedgerRow[], { header, events }: LedgerBatch): number | null {
  for (const row of rows) if (events[row.seq - header.from_seq]?.body !== row.body) return row.seq
  return null
}

function judgeReplay(rows: LedgerRow[], head: string): LedgerVerdict {
  return rows.at(-1)!.hash === head
    ? { kind: 'replay' }
    : refused('chain_broken', 'The events are known, but their chain does not end in the head of the batch.')
}

/** A new epoch begins with the event that says so, behind a row that is held. */
function judgeEpoch({ head, resumed }: HeldLedger, batch: LedgerBatch): LedgerVerdict {
  const started = startOf(batch)
  if (started === null || started.epoch !== batch.header.epoch)
    return refused('ledger_gap', `Epoch ${batch.header.epoch} has not begun here; its first event is missing.`)
  const { seq, hash } = started.resumed_from
  if (batch.header.from_seq !== seq + 1)
    return refused('ledger_fork', `Epoch ${started.epoch} resumed from event ${seq}, but goes on at another number.`)
  if (resumed === null)
    return refused('ledger_gap', `Event ${seq}, from which epoch ${started.epoch} resumed, is missing.`)
  if (resumed.hash !== hash)
    return refused(
      'ledger_fork',
      `Epoch ${started.epoch} resumed from another event ${seq} than epoch ${head.epoch} has.`,
    )
  return chained(batch, { seq, hash })
}

/** What the first event of a batch says of a new epoch; null when it says nothing. */
export function startOf(batch: LedgerBatch): EpochStart | null {
  const first = batch.events[0]?.event as { type: string; data?: Record<string, unknown> } | undefined
  if (first?.type !== 'epoch.started') return null
  const { epoch, resumed_from, readings_seq } = first.data ?? {}
  const { seq, hash } = (resumed_from ?? {}) as { seq?: unknown; hash?: unknown }
  if (!isCount(epoch) || !isCount(seq) || !isCount(readings_seq) || typeof hash !== 'string') return null
  return { epoch, resumed_from: { seq, hash }, first_reading: readings_seq + 1 }
}

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0

function chained({ header, events }: LedgerBatch, previous: { seq: number; hash: string }): LedgerVerdict {
  const skip = previous.seq + 1 - header.from_seq
  let hash: Uint8Array = bytesOf(previous.hash)
  const rows = events.slice(skip).map(({ body }, at) => {
    hash = rowHash(sha256, hash, body)
    return { seq: previous.seq + 1 + at, hash: hexOf(hash), body }
  })
  if (rows.at(-1)?.hash !== header.head)
    return refused('chain_broken', 'The chain of the batch does not end in its head.')
  return { kind: 'append', skip, previous, rows }
}
