import { balanceOf, givenMg } from '@flowviz/contract/balance'
import type { LedgerEvent } from '@flowviz/contract/event'
import type { Run } from '@flowviz/contract/run'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { gateFor } from '../../domain/use.ts'
import { planOf } from '../../store/plan-record.ts'
import { type PlantStore, plantStore } from '../../store/plant-store.ts'
import { rebuildProjections } from '../../store/rebuild.ts'
import { type RunBody, runAt } from '../../store/run-record.ts'
import { history, live, type Plant } from '../testing/run-acts.ts'

// The same histories each time: what they are to have met is asked for at the end.
const RUNS = { numRuns: 40, seed: 20_261_123 }

const eventsOf = ({ box }: Plant): LedgerEvent[] =>
  plantStore(box.engine.db)
    .ledger.rows(1, 10_000)
    .map(({ body }) => JSON.parse(body) as LedgerEvent)

/** What the totals of a run must be: its links, less what came back, and its losses. */
function summed({ run_id }: Run, plant: Plant, events: LedgerEvent[]) {
  const { links } = plantStore(plant.box.engine.db)
  const stages = links.nodesOfRun(run_id)
  const sum = (rows: { weight_mg: number }[]) => rows.reduce((total, { weight_mg }) => total + weight_mg, 0)
  const told = events.filter(({ subject }) => subject === `run:${run_id}`)
  const back = told.flatMap(event => (event.type === 'run.returned' ? [event.data.quantity] : []))
  const lost = (cause: string) =>
    sum(told.flatMap(event => (event.type === 'run.lost' && event.data.cause === cause ? [event.data.quantity] : [])))
  const into = stages.flatMap(node => links.into(node).filter(({ src }) => src > 0))
  const out = stages.flatMap(node => links.from(node).filter(({ dst }) => dst > 0))
  const made = (kind: string) =>
    sum(told.flatMap(event => (event.type === 'run.produced' && event.data.kind === kind ? [event.data.quantity] : [])))
  const totals = {
    input_mg: sum(into) - sum(back),
    good_mg: made('good'),
    by_product_mg: made('by_product'),
    rework_mg: made('rework'),
    waste_mg: lost('waste'),
    sample_mg: lost('sample'),
    process_loss_mg: lost('process_loss'),
  }
  expect(sum(out)).toBe(totals.good_mg + totals.by_product_mg + totals.rework_mg)
  return totals
}

const RECONCILED = ['RECONCILED', 'REVIEWED', 'CLOSED']

function expectClosedRightly(run: RunBody, events: LedgerEvent[]): void {
  const told = events.find(({ type, subject }) => type === 'run.reconciled' && subject === `run:${run.run_id}`)!
  const signed = events.some(
    event => event.type === 'record.signed' && event.data.signs.some(({ seq }) => seq === told.seq),
  )
  const { closes } = balanceOf(run.totals, { tolerance_pct: run.tolerance_pct })
  expect(closes || (signed && run.balance?.explanation !== null)).toBe(true)
}

test('in any history the masses of every run add up, and a run closes in balance or with a signed explanation', () => {
  const seen = new Set<string>()
  fc.assert(
    fc.property(history, acts => {
      const plant = live(acts)
      const store = plantStore(plant.box.engine.db)
      const events = eventsOf(plant)
      for (const planned of plant.runs) {
        const run = runAt(planned.run_id, store)!
        seen.add(run.state)
        expect(run.totals).toEqual(summed(planned, plant, events))
        if (run.state === 'ABORTED') expect(run.totals.input_mg - givenMg(run.totals)).toBeLessThanOrEqual(0)
        if (RECONCILED.includes(run.state)) expectClosedRightly(run, events)
      }
      plant.box.engine.close()
    }),
    RUNS,
  )
  expect([...seen]).toEqual(expect.arrayContaining(['RUNNING', 'CLOSED', 'ABORTED', 'VOIDED']))
}, 120_000)

interface Known {
  held: boolean
  status: string
  gate: number
  expires_on: string | null
}

/** A model of its own: what is known of each lot once an event has come by. */
function learn(event: LedgerEvent, lots: Map<string, Known>): void {
  if (event.type === 'lot.registered') {
    const { gate_passed = 0, expires_on = null, status = '' } = event.data.more ?? {}
    lots.set(event.data.lot_id, { held: false, status, gate: gate_passed, expires_on })
  }
  if (event.type === 'gate.decided')
    for (const { lot_id, status, gate_passed } of event.data.lots)
      Object.assign(lots.get(lot_id)!, { status, gate: gate_passed })
  if (event.type === 'hold.placed') for (const lot_id of event.data.lot_ids) lots.get(lot_id)!.held = true
  if (event.type === 'run.voided') for (const lot_id of event.data.lot_ids) lots.get(lot_id)!.status = 'VOIDED'
}

function expectUsable(event: LedgerEvent, lots: Map<string, Known>, store: PlantStore): void {
  if (event.type !== 'run.consumed') return
  const { held, status, gate, expires_on } = lots.get(event.data.lot_id)!
  const place = store.lots.byId(event.data.lot_id)!
  expect(held).toBe(false)
  expect(['PENDING_QC', 'AVAILABLE']).toContain(status)
  expect(gate).toBeGreaterThanOrEqual(gateFor(planOf(place, store).plan, 'consume', place.lot_type))
  expect(expires_on === null || expires_on >= event.recorded_at.slice(0, 10)).toBe(true)
}

test('in any history no held, failed, expired or ungated lot goes into a run', () => {
  const refusals = new Set<string>()
  fc.assert(
    fc.property(history, acts => {
      const plant = live(acts)
      for (const code of plant.refusals) refusals.add(code)
      const store = plantStore(plant.box.engine.db)
      const lots = new Map<string, Known>()
      for (const event of eventsOf(plant)) {
        learn(event, lots)
        expectUsable(event, lots, store)
      }
      plant.box.engine.close()
    }),
    RUNS,
  )
  expect([...refusals]).toEqual(expect.arrayContaining(['lot_held', 'lot_unusable', 'lot_expired', 'gate_missing']))
}, 120_000)

/** What of each lot the postings of all events leave in the plant. */
function leftOf(events: LedgerEvent[]): Map<string, number> {
  const left = new Map<string, number>()
  const move = (lot_id: string, weight_mg: number) => left.set(lot_id, (left.get(lot_id) ?? 0) + weight_mg)
  for (const { type, data } of events) {
    if (type === 'lot.registered') move(data.lot_id, data.weight_mg)
    if (!('postings' in data)) continue
    for (const { lot_id, from, to, quantity } of data.postings) {
      if (from.startsWith('location:')) move(lot_id, -quantity.weight_mg)
      if (to.startsWith('location:')) move(lot_id, quantity.weight_mg)
    }
  }
  return left
}

test('in any history the genealogy has no circle, stock is kept, and projections are the replay of the ledger', () => {
  let deepest = 0
  fc.assert(
    fc.property(history, acts => {
      const plant = live(acts)
      const { db } = plant.box.engine
      const { lots, stock, links } = plantStore(db)
      const stages = plant.runs.flatMap(({ run_id }) => links.nodesOfRun(run_id))
      for (const node of [...plant.lots.map(({ lot_id }) => lots.keyOf(lot_id)!), ...stages])
        for (const { dst } of links.from(node)) expect(links.descends(node, dst)).toBe(false)
      deepest = Math.max(deepest, ...stages.map(node => links.stage(node)!.stage))
      for (const [lot_id, left_mg] of leftOf(eventsOf(plant))) expect(stock.onHandMg(lots.keyOf(lot_id)!)).toBe(left_mg)
      expect(rebuildProjections(db).differences).toEqual([])
      plant.box.engine.close()
    }),
    RUNS,
  )
  expect(deepest).toBeGreaterThan(1)
}, 120_000)
