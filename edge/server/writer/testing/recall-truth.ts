import type { LedgerEvent } from '@flowviz/contract/event'
import type { Posting } from '@flowviz/contract/posting'

/** What a ledger says of where lots went, told event by event and without any table: what a recall is compared with. */
export interface Truth {
  /** Ids of lots and of all that was made of them, these themselves among them. */
  closure(lotIds: readonly string[], way: 'forward' | 'backward'): Set<string>
  /** What of a lot is where, by account, in milligrams; `location:*` is on hand. */
  accounts(lotId: string): Record<string, number>
  registered(lotId: string): number
  /** What of a lot became part of another one, by its id, in milligrams. */
  divided(lotId: string): ReadonlyMap<string, number>
  /** What a run took in less all that it gave, and whether it has ended. */
  run(runId: string): RunTruth
}

interface RunTruth {
  input_mg: number
  given_mg: number
  lost_mg: number
  ended: boolean
  /** Milligrams that it made, by the id of the lot. */
  made: Map<string, number>
}

const ENDS = ['run.completed', 'run.reconciled', 'run.reviewed', 'run.closed', 'run.aborted', 'run.voided']

/** Reads every event of a ledger once, oldest first. */
export function truthOf(events: readonly LedgerEvent[]): Truth {
  const down = new Map<string, Set<string>>()
  const up = new Map<string, Set<string>>()
  const weights = new Map<string, number>()
  const accounts = new Map<string, Map<string, number>>()
  const divided = new Map<string, Map<string, number>>()
  const runs = new Map<string, RunTruth>()

  const edge = (from: string, to: string) => {
    down.set(from, (down.get(from) ?? new Set()).add(to))
    up.set(to, (up.get(to) ?? new Set()).add(from))
  }
  const add = (lot_id: string, account: string, mg: number) => {
    const kind = account.startsWith('location:') ? 'location' : account.split(':', 1)[0]!
    const book = accounts.get(lot_id) ?? new Map<string, number>()
    accounts.set(lot_id, book.set(kind, (book.get(kind) ?? 0) + mg))
  }
  const post = (postings: readonly Posting[]) => {
    for (const { lot_id, from, to, quantity } of postings) {
      add(lot_id, from, -quantity.weight_mg)
      add(lot_id, to, quantity.weight_mg)
      if (!to.startsWith('lot:')) continue
      const into = to.slice('lot:'.length)
      edge(lot_id, into)
      const parts = divided.get(lot_id) ?? new Map<string, number>()
      divided.set(lot_id, parts.set(into, (parts.get(into) ?? 0) + quantity.weight_mg))
    }
  }
  const runOf = (run_id: string) => {
    const run = runs.get(run_id) ?? { input_mg: 0, given_mg: 0, lost_mg: 0, ended: false, made: new Map() }
    runs.set(run_id, run)
    return run
  }
  for (const event of events) {
    const { type, data } = event
    if ('postings' in data) post(data.postings as Posting[])
    if (type === 'lot.registered') {
      weights.set(data.lot_id, data.weight_mg)
      add(data.lot_id, 'location:', data.weight_mg)
    } else if (type === 'run.consumed') {
      edge(data.lot_id, `${data.run_id}/${data.stage}`)
      for (let stage = 2; stage <= data.stage; stage += 1)
        edge(`${data.run_id}/${stage - 1}`, `${data.run_id}/${stage}`)
      runOf(data.run_id).input_mg += data.quantity.weight_mg
    } else if (type === 'run.produced') {
      edge(`${data.run_id}/${data.stage}`, data.lot_id)
      runOf(data.run_id).given_mg += data.quantity.weight_mg
      runOf(data.run_id).made.set(data.lot_id, data.quantity.weight_mg)
    } else if (type === 'run.lost') {
      runOf(data.run_id).given_mg += data.quantity.weight_mg
      runOf(data.run_id).lost_mg += data.quantity.weight_mg
    } else if (type === 'run.returned') runOf(data.run_id).input_mg -= data.quantity.weight_mg
    if (ENDS.includes(type)) runOf((data as { run_id: string }).run_id).ended = true
  }
  return {
    closure(lotIds, way) {
      const next = way === 'forward' ? down : up
      const seen = new Set(lotIds)
      for (const node of seen) for (const other of next.get(node) ?? []) seen.add(other)
      return new Set([...seen].filter(node => weights.has(node)))
    },
    accounts: lotId => Object.fromEntries(accounts.get(lotId) ?? []),
    divided: lotId => divided.get(lotId) ?? new Map(),
    registered: lotId => weights.get(lotId) ?? 0,
    run: runOf,
  }
}
