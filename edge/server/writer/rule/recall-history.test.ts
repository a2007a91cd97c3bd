import { join } from 'node:path'
import type { CommandName } from '@flowviz/contract/command'
import type { LedgerEvent } from '@flowviz/contract/event'
import type { Actor } from '@flowviz/contract/identity'
import type { RecallBalance } from '@flowviz/contract/recall'
import type { LotBalance } from '@flowviz/contract/recall-word'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Sqlite } from '../../store/open.ts'
import { plantStore } from '../../store/plant-store.ts'
import { rebuildProjections } from '../../store/rebuild.ts'
import { recallBalance } from '../../store/recall-record.ts'
import { asked, type Box, folder } from '../testing/box.ts'
import { MANAGER, REVIEWER, signerOf } from '../testing/kitchen.ts'
import { crewOf } from '../testing/plant/crew.ts'
import { beats, RandomPlant } from '../testing/random-plant.ts'
import { type Truth, truthOf } from '../testing/recall-truth.ts'
import { history, live } from '../testing/run-acts.ts'

/** What a recall may write: the ledger, its index, and its own records with their signatures. */
const ITS_OWN = /^(ledger|ledger_.*|event_.*|clock_step|checkpoint|merkle.*|idempotency.*|sqlite_.*)$/

/** A plant in which a drill is run: its file, and who acts in it. */
interface House {
  db: Sqlite
  act: Box['act']
  /** Nobody closes it where there is no manager who may sign. */
  by: { auditor: Actor; manager: Actor | null }
}

/** Every table of the plant as it is, but for what a recall may write. */
function snapshot({ db }: House): Record<string, unknown[]> {
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

const told = ({ db }: House): LedgerEvent[] =>
  plantStore(db)
    .ledger.rows(1, 1_000_000)
    .map(({ body }) => JSON.parse(body) as LedgerEvent)

type Way = 'forward' | 'backward' | 'both'

/** A drill from its opening to its signature. */
function drill({ act, by }: House, lot_ids: string[], direction: Way) {
  const auditor = { actor: by.auditor }
  const body = { mode: 'mock' as const, scenario: 'A drill', start: { lot_ids }, direction }
  const { recall_id, tasks } = act('open-recall', { body }, auditor)
  const params = { recall_id }
  const bare = { params, body: {} }
  const { scopes, consignees } = act('scope-recall', bare, auditor)
  act('hold-recall', bare, auditor)
  const task = { params: { recall_id, task_id: tasks[0]!.task_id }, body: { text: 'Done at once.' } }
  act('complete-recall-task', task, auditor)
  for (const { customer_id } of consignees)
    act('notify-consignee', { params, body: { customer_id, channel: 'phone' } }, auditor)
  const { result } = act('reconcile-recall', { params, body: { explanation: 'Whatever there is.' } }, auditor)
  if (by.manager !== null) act('close-recall', bare, { actor: by.manager, signer: signerOf(by.manager) })
  return { recall_id, scope: new Set(scopes[0]!.added), consignees, total: result!.total }
}

const FIELDS: Record<string, keyof LotBalance> = {
  run: 'used_mg',
  lot: 'divided_mg',
  customer: 'shipped_mg',
  waste: 'waste_mg',
  sample: 'sample_mg',
  loss: 'loss_mg',
  adjustment: 'adjusted_mg',
  void: 'voided_mg',
  location: 'on_hand_mg',
}

function requireBalance(lots: readonly LotBalance[], truth: Truth): void {
  for (const lot of lots) {
    const { return: given_back = 0, supplier = 0, ...accounts } = truth.accounts(lot.lot_id)
    expect([lot.lot_code, lot.sent_back_mg]).toEqual([lot.lot_code, given_back + supplier])
    const said = Object.fromEntries(Object.entries(FIELDS).map(([kind, field]) => [kind, lot[field]]))
    const is = Object.fromEntries(Object.keys(FIELDS).map(kind => [kind, accounts[kind] ?? 0]))
    expect([lot.lot_code, said]).toEqual([lot.lot_code, is])
    expect([lot.lot_code, lot.unexplained_mg]).toEqual([lot.lot_code, 0])
    expect(lot.registered_mg).toBe(truth.registered(lot.lot_id))
  }
}

function closureOf(truth: Truth, start: string[], direction: Way): Set<string> {
  const ways = direction === 'both' ? (['forward', 'backward'] as const) : [direction]
  return new Set(ways.flatMap(way => [...truth.closure(start, way)]))
}

/** What came into a scope has left it in some way, is in it, or cannot be explained: counted here by the ends alone. */
function endsOf({ lots, runs }: Pick<RecallBalance, 'lots' | 'runs'>, truth: Truth): number {
  const inside = new Set(lots.map(({ lot_id }) => lot_id))
  const sum = (parts: Iterable<number>) => [...parts].reduce((total, mg) => total + mg, 0)
  const ofLots = lots.map(({ lot_id }) => {
    const { run: _, lot: __, ...ends } = truth.accounts(lot_id)
    const out = [...truth.divided(lot_id)].flatMap(([into, mg]) => (inside.has(into) ? [] : [mg]))
    return sum(Object.values(ends)) + sum(out)
  })
  const ofRuns = runs.map(({ run_id }) => {
    const { input_mg, given_mg, lost_mg, made } = truth.run(run_id)
    return input_mg - given_mg + lost_mg + sum([...made].flatMap(([id, mg]) => (inside.has(id) ? [] : [mg])))
  })
  return sum(ofLots) + sum(ofRuns)
}

/** Runs a drill, and compares all that it says with the ledger alone. Gives how much there was to compare. */
function requireTrueDrill(house: House, start: string[], direction: Way) {
  const before = snapshot(house)
  const { recall_id, scope, consignees, total } = drill(house, start, direction)
  expect(snapshot(house)).toEqual(before)
  const truth = truthOf(told(house))
  expect(scope).toEqual(closureOf(truth, start, direction))
  const store = plantStore(house.db)
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
  expect(total.entered_mg).toBe(endsOf(balance, truth))
  const shipped_mg = [...scope].reduce((sum, id) => sum + (truth.accounts(id).customer ?? 0), 0)
  expect(consignees.reduce((sum, one) => sum + one.shipped_mg - one.returned_mg, 0)).toBe(shipped_mg)
  return { runs: balance.runs.length, lots: scope.size, shipped_mg }
}

const way = fc.constantFrom<Way>('forward', 'backward', 'both')

test('after any history a drill finds the closure, its balance closes to the milligram, and it changes nothing', () => {
  let [runs, largest] = [0, 0]
  fc.assert(
    fc.property(history, fc.nat(40), way, (acts, at, direction) => {
      const { box, lots } = live(acts)
      const house: House = { db: box.engine.db, act: box.act, by: { auditor: REVIEWER, manager: MANAGER } }
      const truth = truthOf(told(house))
      const ids = lots.map(lot => lot.lot_id)
      const sizes = new Map(ids.map(id => [id, closureOf(truth, [id], direction).size]))
      const widest = ids.reduce((best, id) => (sizes.get(id)! > sizes.get(best)! ? id : best))
      const found = requireTrueDrill(house, [...new Set([ids[at % ids.length]!, widest])], direction)
      expect(rebuildProjections(box.engine.db).differences).toEqual([])
      runs += found.runs
      largest = Math.max(largest, found.lots)
      box.engine.close()
    }),
    { numRuns: 40 },
  )
  // A property over lots of which nothing was made would show nothing.
  expect(runs).toBeGreaterThan(5)
  expect(largest).toBeGreaterThan(3)
}, 120_000)

test('so it does in a whole plant, with what was shipped, split, merged and brought back', () => {
  const [auditor] = crewOf('AUDITOR')
  let [runs, largest, shipped_mg] = [0, 0, 0]
  fc.assert(
    fc.property(beats({ minLength: 120, maxLength: 160 }), fc.nat(), way, (days, at, direction) => {
      const plant = new RandomPlant(join(folder(), 'plant.db'))
      for (const beat of days) plant.live(beat)
      const { engine } = plant
      const act = ((name: CommandName, given: never, change: never) => {
        const [outcome] = engine.run([{ kind: 'act', takes: asked(name, given, change) }])
        if (!outcome!.ok) throw Object.assign(new Error(outcome!.message), { code: outcome!.code })
        return outcome!.gives
      }) as House['act']
      const house: House = { db: engine.db, act, by: { auditor: auditor!, manager: null } }
      const truth = truthOf(told(house))
      const ids = told(house).flatMap(({ type, data }) => (type === 'lot.registered' ? [data.lot_id] : []))
      const sent = ids.find(id => (truth.accounts(id).customer ?? 0) > 0)
      const start = [...new Set([ids[at % ids.length]!, sent ?? ids[0]!])]
      const found = requireTrueDrill(house, start, direction)
      runs += found.runs
      largest = Math.max(largest, found.lots)
      shipped_mg += found.shipped_mg
      engine.close()
    }),
    { numRuns: 8, interruptAfterTimeLimit: 20_000 },
  )
  expect(runs).toBeGreaterThan(0)
  expect(largest).toBeGreaterThan(3)
  expect(shipped_mg).toBeGreaterThan(0)
}, 120_000)
