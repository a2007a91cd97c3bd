import type { LedgerEvent } from '@flowviz/contract/event'
import type { LotBalance } from '@flowviz/contract/recall-word'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { plantStore } from '../../store/plant-store.ts'
import { rebuildProjections } from '../../store/rebuild.ts'
import { recallBalance } from '../../store/recall-record.ts'
import type { Box } from '../testing/box.ts'
import { MANAGER, REVIEWER, signerOf } from '../testing/kitchen.ts'
import { type Truth, truthOf } from '../testing/recall-truth.ts'
import { history, live } from '../testing/run-acts.ts'

/** What a recall may write: the ledger, its index, and its own records with their signatures. */
const ITS_OWN = /^(ledger|ledger_.*|event_.*|clock_step|checkpoint|merkle.*|idempotency.*|sqlite_.*)$/

/** Every table of the plant as it is, but for what a recall may write. */
function snapshot({ engine: { db } }: Box): Record<string, unknown[]> {
  const tables = db
    .prepare<[], string>("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
    .pluck()
    .all()
  const kept = tables.filter(table => !ITS_OWN.test(table))
  return Object.fromEntries(
    kept.map(table => {
      const where = table === 'record' ? "WHERE kind NOT LIKE 'recall%' AND ifnull(parent, '') NOT LIKE 'recall:%'" : ''
      return [table, db.prepare<[], unknown>(`SELECT * FROM ${table} ${where}`).all()]
    }),
  )
}

const told = (box: Box): LedgerEvent[] =>
  plantStore(box.engine.db)
    .ledger.rows(1, 1_000_000)
    .map(({ body }) => JSON.parse(body) as LedgerEvent)

/** A drill from its opening to its signature; all that a person could do. */
function drill(box: Box, lot_ids: string[], direction: 'forward' | 'backward') {
  const by = { actor: REVIEWER }
  const body = { mode: 'mock' as const, scenario: 'A drill', start: { lot_ids }, direction }
  const { recall_id, tasks } = box.act('open-recall', { body }, by)
  const bare = { params: { recall_id }, body: {} }
  const { scopes } = box.act('scope-recall', bare, by)
  box.act('hold-recall', bare, by)
  const task = { params: { recall_id, task_id: tasks[0]!.task_id }, body: { text: 'Done at once.' } }
  box.act('complete-recall-task', task, by)
  const { result } = box.act('reconcile-recall', { ...bare, body: { explanation: 'Whatever there is.' } }, by)
  box.act('close-recall', bare, { actor: MANAGER, signer: signerOf(MANAGER) })
  return { recall_id, scope: new Set(scopes[0]!.added), total: result!.total }
}

const FIELDS: Record<string, keyof LotBalance> = {
  run: 'used_mg',
  lot: 'divided_mg',
  customer: 'shipped_mg',
  waste: 'waste_mg',
  sample: 'sample_mg',
  loss: 'loss_mg',
  adjustment: 'adjusted_mg',
  return: 'sent_back_mg',
  void: 'voided_mg',
  location: 'on_hand_mg',
}

function requireBalance(lots: readonly LotBalance[], truth: Truth): void {
  for (const lot of lots) {
    const accounts = truth.accounts(lot.lot_id)
    const said = Object.fromEntries(Object.entries(FIELDS).map(([kind, field]) => [kind, lot[field]]))
    const is = Object.fromEntries(Object.keys(FIELDS).map(kind => [kind, accounts[kind] ?? 0]))
    expect([lot.lot_code, said]).toEqual([lot.lot_code, is])
    expect([lot.lot_code, lot.unexplained_mg]).toEqual([lot.lot_code, 0])
    expect(lot.registered_mg).toBe(truth.registered(lot.lot_id))
  }
}

test('after any history a drill finds the closure, its balance closes to the milligram, and it changes nothing', () => {
  let [runs, largest] = [0, 0]
  fc.assert(
    fc.property(history, fc.nat(40), fc.constantFrom('forward', 'backward'), (acts, at, direction) => {
      const { box, lots } = live(acts)
      const reach = truthOf(told(box))
      const ids = lots.map(lot => lot.lot_id)
      const sizes = new Map(ids.map(id => [id, reach.closure([id], direction).size]))
      const widest = ids.reduce((best, id) => (sizes.get(id)! > sizes.get(best)! ? id : best))
      const start = [...new Set([ids[at % ids.length]!, widest])]
      const before = snapshot(box)
      const { recall_id, scope, total } = drill(box, start, direction)
      expect(snapshot(box)).toEqual(before)
      const truth = truthOf(told(box))
      expect(scope).toEqual(truth.closure(start, direction))
      const store = plantStore(box.engine.db)
      const balance = recallBalance(store.records.get('recall', recall_id)!, store)
      expect(new Set(balance.lots.map(lot => lot.lot_id))).toEqual(scope)
      requireBalance(balance.lots, truth)
      for (const { run_id, input_mg, given_mg, unexplained_mg, in_process_mg } of balance.runs) {
        const run = truth.run(run_id)
        expect({ input_mg, given_mg }).toEqual({ input_mg: run.input_mg, given_mg: run.given_mg })
        const left = run.input_mg - run.given_mg
        expect([unexplained_mg, in_process_mg]).toEqual(run.ended ? [left, 0] : [0, left])
      }
      expect(total).toEqual(balance.total)
      expect(total.registered_mg).toBe([...scope].reduce((sum, id) => sum + truth.registered(id), 0))
      expect(rebuildProjections(box.engine.db).differences).toEqual([])
      runs += balance.runs.length
      largest = Math.max(largest, scope.size)
      box.engine.close()
    }),
    { numRuns: 40 },
  )
  // A property over lots of which nothing was made would show nothing.
  expect(runs).toBeGreaterThan(5)
  expect(largest).toBeGreaterThan(3)
}, 120_000)
