import type { LedgerEvent } from '@flowviz/contract/event'
import { FINAL, USABLE } from '@flowviz/contract/lot-word'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { eventIn } from '../../store/event-body.ts'
import { plantStore } from '../../store/plant-store.ts'
import { rebuildProjections } from '../../store/rebuild.ts'
import { type Box, openBox } from '../testing/box.ts'
import { calibrate, configure, decide, lotOn, thermometer } from '../testing/line.ts'
import { attempt, idsOf, step } from '../testing/quality-history.ts'

type GateDecided = Extract<LedgerEvent, { type: 'gate.decided' }>

const COOK = 3

const eventsOf = (box: Box): LedgerEvent[] =>
  plantStore(box.engine.db)
    .ledger.rows(1, 100_000)
    .map(({ body }) => eventIn(body))

/** F2 I6: a gate passes only where the one before has passed, and a decision moves a lot by that gate alone. */
function checkSequence(events: readonly LedgerEvent[]): void {
  const passed = new Map<string, number>()
  for (const { type, data } of events) {
    if (type !== 'gate.decided') continue
    for (const lot of data.lots) {
      const before = passed.get(lot.lot_id) ?? 0
      const after = { PASS: Math.max(before, data.gate_no), HOLD: before, FAIL: Math.min(before, data.gate_no - 1) }
      // A HOLD says neither yes nor no, so it is in no sequence.
      if (data.decision !== 'HOLD') expect(data.gate_no).toBeLessThanOrEqual(before + 1)
      expect(lot.gate_passed).toBe(after[data.decision])
      passed.set(lot.lot_id, lot.gate_passed)
    }
  }
}

const isCcpFailure = (event: LedgerEvent): event is GateDecided =>
  event.type === 'gate.decided' && event.data.ccp && event.data.decision === 'FAIL'

/** F2 I10, I11: right behind a failed CCP stand its hold and its deviation, for all since the last good check. */
function checkScopes(events: readonly LedgerEvent[]): void {
  events.forEach((event, at) => {
    if (!isCcpFailure(event)) return
    const behind = events.slice(at + 1, at + 4)
    const opened = behind.find(one => one.type === 'deviation.opened')
    expect(opened?.data.decision_id).toBe(event.data.decision_id)
    expect(behind[0]).toMatchObject({ type: 'hold.placed', data: { hold_id: opened?.data.hold_id } })
    for (const lot_id of madeSinceGood(events.slice(0, at), event)) expect(opened!.data.lot_ids).toContain(lot_id)
  })
}

function madeSinceGood(before: readonly LedgerEvent[], failed: GateDecided): string[] {
  const { line, gate_no, lot_id } = failed.data
  const isGood = ({ type, data }: LedgerEvent) =>
    type === 'gate.decided' && data.line === line && data.gate_no === gate_no && data.decision === 'PASS'
  const made = before
    .slice(before.findLastIndex(isGood) + 1)
    .flatMap(({ type, data }) => (type === 'lot.registered' && data.line === line ? [data] : []))
    .filter(({ lot_type }) => lot_type !== 'RAW')
    .map(made => made.lot_id)
  return [lot_id!, ...made].filter(id => !isGone(id, before))
}

function isGone(lot_id: string, before: readonly LedgerEvent[]): boolean {
  const outcomes = before.flatMap(({ type, data }) =>
    type === 'hold.dispositioned' || type === 'hold.executed' ? data.lots : [],
  )
  return outcomes.some(outcome => outcome.lot_id === lot_id && FINAL.includes(outcome.status))
}

/** A lot of a deviation is held by it until somebody found it to be safe, or decided that it is not used as it is. */
function checkHeld(box: Box, events: readonly LedgerEvent[]): void {
  const { holds, lots, records } = plantStore(box.engine.db)
  const safe = new Set(
    events.flatMap(({ type, data }) =>
      type === 'deviation.evaluated' && data.result === 'safe' ? [data.deviation_id] : [],
    ),
  )
  for (const id of idsOf(box, 'deviation').filter(id => !safe.has(id))) {
    const hold_id = records.get('deviation', id)!.body.hold_id as string | null
    for (const { lot_key, open } of hold_id === null ? [] : holds.ofHold(hold_id)) {
      const lot = lots.byKey(lot_key)!
      if (open) expect(lot.holds).toBeGreaterThan(0)
      else expect(USABLE).not.toContain(lot.status)
    }
  }
}

/** F2 I9: without a witness no result rests on an instrument whose calibration is overdue. */
function checkInstruments(events: readonly LedgerEvent[]): void {
  for (const { type, data } of events)
    if (type === 'gate.decided' && data.instrument_id !== null)
      expect(['valid', 'due', 'not_needed']).toContain(data.calibration)
}

test('in any history gates pass in sequence, a failed CCP holds all since the last good check, and a replay agrees', () => {
  let failures = 0
  fc.assert(
    fc.property(fc.array(step, { minLength: 25, maxLength: 60 }), fc.boolean(), (history, hold_descendants) => {
      const box = openBox()
      configure(box, { hold_descendants })
      thermometer(box)
      calibrate(box)
      const scene = { box, lots: [] }
      for (const one of history) {
        attempt(scene, one)
        box.clock.ms += 600_000
      }
      const events = eventsOf(box)
      failures += events.filter(isCcpFailure).length
      checkSequence(events)
      checkScopes(events)
      checkHeld(box, events)
      checkInstruments(events)
      expect(rebuildProjections(box.engine.db).differences).toEqual([])
      box.engine.close()
    }),
    // A history is hundreds of commits: making it shorter takes longer than reading it.
    { numRuns: 15, endOnFailure: true },
  )
  expect(failures).toBeGreaterThan(0)
}, 120_000)

test('however often a line fails, what it cooked since the last good check is held', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('make', 'good', 'bad'), { minLength: 3, maxLength: 12 }), history => {
      const box = openBox()
      let since: string[] = []
      const cooked = () => {
        const lot_id = lotOn(box, 'L1', { lot_type: 'WIP' })
        since.push(lot_id)
        for (let gate_id = 1; gate_id < COOK; gate_id += 1) decide(box, { lot_id, gate_id })
        return lot_id
      }
      for (const one of history) {
        const lot_id = cooked()
        if (one === 'make') continue
        decide(box, { lot_id, gate_id: COOK, decision: one === 'good' ? 'PASS' : 'FAIL' })
        if (one === 'good') since = []
        const { lots } = plantStore(box.engine.db)
        for (const id of one === 'bad' ? since : []) expect(lots.byId(id)!.holds).toBeGreaterThan(0)
      }
      box.engine.close()
    }),
    { numRuns: 8, endOnFailure: true },
  )
}, 60_000)
