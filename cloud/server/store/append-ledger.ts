import { checkpointOrigin } from '@flowviz/contract/checkpoint'
import { FlowError } from '@flowviz/contract/error'
import type { Frontier } from '@flowviz/contract/merkle'
import type { LedgerHead } from '@flowviz/contract/sync'
import { isTimestamp } from '@flowviz/contract/time'
import type { HeldLedger, LedgerBatch, LedgerOutcome, LedgerRules, LedgerVerdict, OpenedCheckpoint } from '../parts.ts'
import { boxKeys } from './box-key.ts'
import { checkpoints, frontierAt } from './checkpoint-row.ts'
import type { Queryable } from './database.ts'
import { ledgerRows } from './ledger-row.ts'
import { project } from './projection/project.ts'
import { type StoredHead, siteHeads } from './site-head.ts'

type Append = Extract<LedgerVerdict, { kind: 'append' }>

/** One batch inside its transaction. */
export interface LedgerWork {
  client: Queryable
  rules: LedgerRules
  batch: LedgerBatch
  received_at: string
}

/**
 * Appends a batch: locks the site, compares, stores rows and projections, countersigns. A batch that was stored before
 * stores nothing and gets the same receipt. A refusal changes nothing but the alarm of a fork.
 * @throws FlowError checkpoint_invalid, box_unknown.
 */
export async function appendLedger(work: LedgerWork): Promise<LedgerOutcome> {
  const { client, rules, batch, received_at } = work
  const { site } = batch.header
  const stored = await siteHeads.lock(client, site)
  const verdict = rules.judgeLedger(await heldFor(work, stored), batch)
  if (verdict.kind === 'refused') {
    if (verdict.code === 'ledger_fork')
      await siteHeads.raiseFork(client, site, { fork: verdict.detail, contact_at: received_at })
    return { ...verdict, head: stored.ledger }
  }
  const opened = await openCheckpoint(work)
  if (verdict.kind === 'replay') {
    await siteHeads.touch(client, site, received_at)
    const receipt = opened === null ? null : await countersignHeld(work, opened)
    return { kind: 'stored', receipt: { head: stored.ledger, stored: 0, receipt }, lot_ids: [] }
  }
  const { frontier, receipt } = await growAndSign(work, { verdict, opened, stored })
  const lot_ids = await storeRows(work, verdict)
  const head: LedgerHead = { epoch: batch.header.epoch, seq: frontier.size, hash: batch.header.head }
  await siteHeads.moveLedger(client, site, { head, frontier, ledger_at: ledgerAt(work), contact_at: received_at })
  return { kind: 'stored', receipt: { head, stored: verdict.rows.length, receipt }, lot_ids }
}

/** Reads what the batch has to be compared with; for the usual batch, the head is enough. */
async function heldFor({ client, batch }: LedgerWork, { ledger: head }: StoredHead): Promise<HeldLedger> {
  const { site, epoch, from_seq, count } = batch.header
  const range = { site, epoch, from_seq, to_seq: from_seq + count - 1 }
  const overlaps = epoch < head.epoch || (epoch === head.epoch && from_seq <= head.seq)
  const rows = overlaps ? await ledgerRows.ofHistory(client, range) : []
  return { head, rows, resumed: epoch === head.epoch + 1 ? await resumedFrom(client, batch, head) : null }
}

async function resumedFrom(client: Queryable, { header }: LedgerBatch, head: LedgerHead): Promise<LedgerHead | null> {
  const seq = header.from_seq - 1
  if (seq === head.seq) return head
  if (seq > head.seq) return null
  if (seq === 0) return { epoch: head.epoch, seq, hash: await genesisOf(client, header.site) }
  const [row] = await ledgerRows.ofHistory(client, { ...header, epoch: head.epoch, from_seq: seq, to_seq: seq })
  return row === undefined ? null : { epoch: head.epoch, seq, hash: row.hash }
}

async function genesisOf(client: Queryable, site: string): Promise<string> {
  const { rows } = await client.query<{ genesis: string }>(
    `SELECT encode(genesis, 'hex') AS genesis FROM site WHERE site_id = $1`,
    [site],
  )
  return rows[0]!.genesis
}

async function openCheckpoint({ client, rules, batch }: LedgerWork): Promise<OpenedCheckpoint | null> {
  const { checkpoint, site, epoch, from_seq, count } = batch.header
  if (checkpoint === null) return null
  const keys = await boxKeys(client, site)
  const opened = rules.openCheckpoint(
    checkpoint,
    checkpointOrigin(site, epoch),
    keys.map(key => key.public_key),
  )
  if (opened.size > from_seq + count - 1)
    throw new FlowError('checkpoint_invalid', `Its size ${opened.size} lies behind the end of the batch.`)
  return opened
}

/** The receipt for a checkpoint of rows that are held; the one it got before, if it did. */
async function countersignHeld(work: LedgerWork, opened: OpenedCheckpoint): Promise<string> {
  const { client, rules, batch } = work
  const { site, epoch, checkpoint: note } = batch.header
  const at = { site, epoch, size: opened.size }
  const before = await checkpoints.receipt(client, { ...at, note: note! })
  return before ?? sign(work, opened, await frontierAt(client, rules, at))
}

/** Grows the tree by the batch, and countersigns where the checkpoint stands: behind the head, at it, or in the batch. */
async function growAndSign(
  work: LedgerWork,
  { verdict, opened, stored }: { verdict: Append; opened: OpenedCheckpoint | null; stored: StoredHead },
): Promise<{ frontier: Frontier; receipt: string | null }> {
  const { client, rules, batch } = work
  const at = { site: batch.header.site, epoch: stored.ledger.epoch, size: verdict.previous.seq }
  const frontier = at.size === stored.ledger.seq ? stored.frontier : await frontierAt(client, rules, at)
  const hashes = verdict.rows.map(row => row.hash)
  let receipt: string | null = null
  let taken = 0
  if (opened !== null && opened.size < frontier.size) receipt = await countersignHeld(work, opened)
  if (opened !== null && opened.size >= frontier.size) {
    taken = opened.size - frontier.size
    rules.grow(frontier, hashes.slice(0, taken))
    receipt = await sign(work, opened, frontier)
  }
  rules.grow(frontier, hashes.slice(taken))
  return { frontier, receipt }
}

async function sign({ client, rules, batch, received_at }: LedgerWork, opened: OpenedCheckpoint, frontier: Frontier) {
  const { site, epoch, checkpoint: note } = batch.header
  const receipt = rules.countersign(opened, frontier, note!)
  await checkpoints.keep(client, { site, epoch, note: note!, receipt, frontier, received_at })
  return receipt
}

async function storeRows({ client, rules, batch, received_at }: LedgerWork, { rows, skip }: Append) {
  const { site, epoch } = batch.header
  const events = batch.events.slice(skip)
  const at = { site, epoch, received_at }
  await ledgerRows.append(
    client,
    at,
    rows.map((row, index) => ({ ...row, event_id: events[index]!.event.id })),
  )
  const start = skip === 0 ? rules.startOf(batch) : null
  if (start !== null && start.epoch === epoch)
    await siteHeads.beginEpoch(client, site, { ...start, first_seq: batch.header.from_seq })
  return project(
    client,
    site,
    rows.map(({ seq, hash }, index) => ({ epoch, seq, hash, received_at, event: events[index]!.event })),
  )
}

// A body may name a day that does not exist; its arrival is then the best that is known.
function ledgerAt({ batch, received_at }: LedgerWork): string {
  const { recorded_at } = batch.events.at(-1)!.event
  return isTimestamp(recorded_at) ? recorded_at : received_at
}
