import type { LedgerEvent } from '@flowviz/contract/event'
import { learn, nothingKnown, type PlantMemory } from './memory.ts'
import { broken, type EventOf, type Told, wherever } from './told.ts'

type Decided = EventOf<'gate.decided'>

/** How far a lot is after a decision, and how far it was before. */
const AFTER: Record<Decided['data']['decision'], (before: number, other: number) => number> = {
  PASS: Math.max,
  HOLD: before => before,
  FAIL: Math.min,
}

function sequence(event: Decided, { lots, runs }: PlantMemory): string[] {
  const { gate_no, decision, lot_id, run_id } = event.data
  const run = run_id === null ? undefined : runs.get(run_id)
  const passed = run?.gate ?? lots.get(lot_id ?? '')?.gate ?? 0
  // A HOLD says neither yes nor no, so it is in no sequence.
  const isEarly = decision !== 'HOLD' && gate_no > passed + 1
  const early = isEarly ? [broken(event, `gate ${gate_no} after gate ${passed}`)] : []
  const after = AFTER[decision]
  const wrong = wherever(event.data.lots, outcome => {
    const lot = lots.get(outcome.lot_id)!
    const expected = after(lot.gate, decision === 'FAIL' ? gate_no - 1 : gate_no)
    if (outcome.gate_passed !== expected) return broken(event, `${outcome.lot_id} is at ${outcome.gate_passed}`)
    if (decision === 'PASS' && lot.holds.size > 0) return broken(event, `${outcome.lot_id} passes while it is held`)
    if (run === undefined) return outcome.lot_id === lot_id ? null : broken(event, `${outcome.lot_id} was not judged`)
    if (!run.outputs.includes(outcome.lot_id)) return broken(event, `${outcome.lot_id} is not of the run`)
    return lot.gate === gate_no - 1 && lot.failed.size === 0 ? null : broken(event, `${outcome.lot_id} is lifted`)
  })
  return [...early, ...wrong]
}

/** What a PASS may not rest on. */
function weakness(event: Decided, before: readonly Told[]): string[] {
  const { gate_no, ccp, decision, waived, values, lot_id, run_id } = event.data
  if (ccp && waived) return [broken(event, 'a CCP is waived')]
  if (decision !== 'PASS') return []
  const outside = wherever(values, ({ parameter, value, low, high }) =>
    (low !== null && Number(value) < Number(low)) || (high !== null && Number(value) > Number(high)) || value === 'no'
      ? broken(event, `${parameter} is ${value}`)
      : null,
  )
  const last = before.findLast(
    ({ event: { type, data } }) =>
      type === 'gate.decided' &&
      data.decision !== 'HOLD' &&
      data.gate_no === gate_no &&
      data.lot_id === lot_id &&
      data.run_id === run_id,
  )?.event as Decided | undefined
  const own = last?.data.decision === 'FAIL' && last.actor.id === event.actor.id
  return own ? [...outside, broken(event, 'who failed it passes it')] : outside
}

/** Lots that nobody can vouch for once a check of a line has failed (F2 I11). */
function inDoubt(event: Decided, before: readonly Told[], { lots, runs }: PlantMemory): string[] {
  const { gate_no, line, lot_id, run_id } = event.data
  const good = before.findLast(
    ({ event: { type, data, occurred_at } }) =>
      type === 'gate.decided' &&
      data.gate_no === gate_no &&
      data.line === line &&
      data.decision === 'PASS' &&
      !data.entered_late &&
      occurred_at <= event.occurred_at,
  )
  const after = line === null ? 0 : (good?.event.seq ?? 0)
  const outputs = runs.get(run_id ?? lots.get(lot_id ?? '')?.run_id ?? '')?.outputs ?? []
  return [...lots]
    .filter(([id, lot]) => {
      if (lot.gone) return false
      if (id === lot_id) return true
      if (lot.seq <= after || lot.lot_type === 'RAW' || lot.lot_type === 'PACKAGING') return false
      return (line !== null && lot.line === line) || outputs.includes(id)
    })
    .map(([id]) => id)
}

const BEHIND = 4

/** Right behind a failed CCP stand its hold, if there is anything left to hold, and its deviation. */
function consequence(event: Decided, at: number, { told, memory }: { told: readonly Told[]; memory: PlantMemory }) {
  if (!event.data.ccp || event.data.decision !== 'FAIL') return []
  const behind = told.slice(at + 1, at + 1 + BEHIND).map(one => one.event)
  const opened = behind.find(
    ({ type, data }) => type === 'deviation.opened' && data.decision_id === event.data.decision_id,
  ) as EventOf<'deviation.opened'> | undefined
  if (opened === undefined) return [broken(event, 'no deviation stands behind it')]
  const { hold_id } = opened.data
  const held = new Set(
    behind.flatMap(({ type, data }) =>
      (type === 'hold.placed' || type === 'hold.widened') && data.hold_id === hold_id ? data.lot_ids : [],
    ),
  )
  const doubted = inDoubt(event, told.slice(0, at), memory)
  return wherever(doubted, id => (held.has(id) ? null : broken(event, `${id} is in doubt and not held`)))
}

/** How far a lot may be that was made of something. */
function inherited(event: LedgerEvent, { lots, runs }: PlantMemory): string[] {
  const { type, data } = event
  const gateOf = (id: string) => lots.get(id)!.gate
  const is = (id: string, gate: number) =>
    gateOf(id) === gate ? [] : [broken(event, `${id} begins at gate ${gateOf(id)}, not ${gate}`)]
  if (type === 'run.produced') return is(data.lot_id, runs.get(data.run_id)!.gate)
  if (type === 'lot.split') return data.lot_ids.flatMap(id => is(id, gateOf(data.source_lot_id)))
  if (type === 'lot.merged') return is(data.lot_id, Math.min(...data.source_lot_ids.map(gateOf)))
  if (type === 'lot.reworked') return is(data.lot_id, 0)
  return []
}

/** A part of what is held is held from its first moment on. */
function dividedHolds(
  event: LedgerEvent,
  at: number,
  { told, memory }: { told: readonly Told[]; memory: PlantMemory },
) {
  if (event.type !== 'lot.split') return []
  const { source_lot_id, lot_ids } = event.data
  const { holds } = memory.lots.get(source_lot_id)!
  const behind = told.slice(at + 1, at + 1 + holds.size)
  return wherever([...holds], hold_id =>
    behind.some(
      ({ event: { type, data } }) =>
        type === 'hold.widened' && data.hold_id === hold_id && lot_ids.every(id => data.lot_ids.includes(id)),
    )
      ? null
      : broken(event, `its parts are free of hold ${hold_id}`),
  )
}

/** Gates out of their turn, and failed CCPs without what has to follow (design 8, invariant 6). */
export function gateProblems(told: readonly Told[]): string[] {
  const memory = nothingKnown()
  return told.flatMap(({ event }, at) => {
    const decided =
      event.type === 'gate.decided'
        ? [
            ...sequence(event, memory),
            ...weakness(event, told.slice(0, at)),
            ...consequence(event, at, { told, memory }),
          ]
        : []
    const rest = [...inherited(event, memory), ...dividedHolds(event, at, { told, memory })]
    learn(event, memory)
    return [...decided, ...rest]
  })
}
