import type { EventData } from '../event.ts'
import { tell } from '../sentence.ts'
import { alarm } from './alarm.ts'
import type { Change, Told } from './change.ts'

type Outcome = EventData<'gate.decided'>['lots'][0]

const outcomes = (lots: readonly Outcome[]): Change[] => lots.map(lot => ({ to: 'lot-state', ...lot }))
const held = (hold_id: string, lot_ids: readonly string[]): Change[] =>
  lot_ids.map(lot_id => ({ to: 'held', hold_id, lot_id }))
const hold = (id: string, state: string, set: Record<string, unknown>): Change => ({
  to: 'record',
  of: 'hold',
  id,
  state,
  set: { ...set, state },
})
const deviation = (id: string, state: string, set: Record<string, unknown>): Change => ({
  to: 'record',
  of: 'deviation',
  id,
  state,
  set: { ...set, state },
})

/** What the events of quality change. */
export const QUALITY_CHANGES = {
  'gate.decided': ({ data }: Told<EventData<'gate.decided'>>): Change[] => {
    const { lot_id, run_id, line, gate_no, ccp, decision, instrument_id, run_gate_passed, lots } = data
    return [
      { to: 'gate', gate: { lot_id, run_id, line, gate_no, ccp, decision, instrument_id } },
      ...outcomes(lots),
      ...(run_id !== null && run_gate_passed !== null
        ? [{ to: 'record', of: 'run', id: run_id, set: { gate_passed: run_gate_passed } } as const]
        : []),
    ]
  },
  'hold.placed': ({ data, recorded_at, actor }: Told<EventData<'hold.placed'>>): Change[] => {
    const { lot_ids, ...said } = data
    return [
      ...held(data.hold_id, lot_ids),
      hold(data.hold_id, 'OPEN', { ...said, placed_at: recorded_at, placed_by: actor.id }),
    ]
  },
  'hold.widened': ({ data }: Told<EventData<'hold.widened'>>): Change[] => held(data.hold_id, data.lot_ids),
  'hold.review_started': ({ data, recorded_at, actor }: Told<EventData<'hold.review_started'>>): Change[] => [
    hold(data.hold_id, 'UNDER_REVIEW', { review_started_at: recorded_at, reviewed_by: actor.id }),
  ],
  'hold.dispositioned': ({ data, recorded_at, actor }: Told<EventData<'hold.dispositioned'>>): Change[] => [
    ...outcomes(data.lots),
    ...data.freed.map((lot_id): Change => ({ to: 'freed', hold_id: data.hold_id, lot_id })),
    hold(data.hold_id, 'DISPOSITIONED', {
      disposition: data.disposition,
      disposition_reason: data.reason,
      dispositioned_at: recorded_at,
      dispositioned_by: actor.id,
      // What is to be destroyed or sent back stays held until that is done.
      waiting: data.lots.map(({ lot_id }) => lot_id).filter(lot_id => !data.freed.includes(lot_id)),
    }),
  ],
  'hold.executed': ({ data, recorded_at }: Told<EventData<'hold.executed'>>): Change[] => [
    ...data.postings.map((posting): Change => ({ to: 'stock', posting })),
    ...outcomes(data.lots),
    ...data.lots.map(({ lot_id }): Change => ({ to: 'freed', hold_id: data.hold_id, lot_id })),
    hold(data.hold_id, 'EXECUTED', { executed_at: recorded_at, witness_id: data.witness_id, waiting: [] }),
  ],
  'hold.closed': ({ data, recorded_at }: Told<EventData<'hold.closed'>>): Change[] => [
    hold(data.hold_id, 'CLOSED', { closed_at: recorded_at }),
  ],
  'deviation.opened': (told: Told<EventData<'deviation.opened'>>): Change[] => {
    const { data, recorded_at } = told
    const { lot_ids: _, ...said } = data
    const state = data.hold_id === null ? 'OPEN' : 'CONTAINED'
    return [
      deviation(data.deviation_id, state, {
        ...said,
        opened_at: recorded_at,
        ended_at: null,
      }),
      alarm(told, 'deviation', { about: `deviation:${data.deviation_id}`, text: data.text, said: data.said ?? null }),
    ]
  },
  'excursion.ended': ({ data }: Told<EventData<'excursion.ended'>>): Change[] => [
    {
      to: 'record',
      of: 'deviation',
      id: data.deviation_id,
      set: { ended_at: data.ended_at, worst_value: data.worst_value, curve: data.curve },
    },
  ],
  'monitor.silent': (told: Told<EventData<'monitor.silent'>>): Change[] => {
    const { monitor_id, device_id, channel, missing_s } = told.data
    const spoken = tell('monitor_silent', { device_id, channel, missing_s })
    return [alarm(told, 'silence', { about: `monitor:${monitor_id}`, ...spoken })]
  },
  'monitor.heard': (): Change[] => [],
  'deviation.evaluated': ({ data, recorded_at, actor }: Told<EventData<'deviation.evaluated'>>): Change[] => {
    const { deviation_id, ...evaluation } = data
    return [deviation(deviation_id, 'EVALUATED', { evaluation, evaluated_at: recorded_at, evaluated_by: actor.id })]
  },
  'action.assigned': ({ data, recorded_at, actor }: Told<EventData<'action.assigned'>>): Change[] => [
    {
      to: 'record',
      of: 'action',
      id: data.action_id,
      parent: data.deviation_id,
      state: 'OPEN',
      set: { ...data, state: 'OPEN', assigned_at: recorded_at, assigned_by: actor.id },
    },
  ],
  'action.done': ({ data, recorded_at, actor }: Told<EventData<'action.done'>>): Change[] => [
    {
      to: 'record',
      of: 'action',
      id: data.action_id,
      state: 'DONE',
      set: { state: 'DONE', done: data.text, done_at: recorded_at, done_by: actor.id },
    },
  ],
  'action.verified': ({ data, recorded_at, actor }: Told<EventData<'action.verified'>>): Change[] => [
    {
      to: 'record',
      of: 'action',
      id: data.action_id,
      state: data.effective ? 'VERIFIED' : 'OPEN',
      set: {
        state: data.effective ? 'VERIFIED' : 'OPEN',
        verified: data.text,
        verified_at: recorded_at,
        verified_by: actor.id,
      },
    },
  ],
  'deviation.verified': ({ data, recorded_at, actor }: Told<EventData<'deviation.verified'>>): Change[] => [
    deviation(data.deviation_id, 'VERIFIED', { verified_at: recorded_at, verified_by: actor.id }),
  ],
  'deviation.closed': ({ data, recorded_at, actor }: Told<EventData<'deviation.closed'>>): Change[] => [
    deviation(data.deviation_id, 'CLOSED', { closed_at: recorded_at, closed_by: actor.id }),
  ],
  'record.reviewed': ({ data, recorded_at, actor }: Told<EventData<'record.reviewed'>>): Change[] =>
    data.records.map(({ seq }) => ({
      to: 'record',
      of: 'review',
      id: String(seq),
      state: data.verdict === 'accepted' ? 'REVIEWED' : 'QUESTIONED',
      set: { review_id: data.review_id, seq, verdict: data.verdict, reviewed_at: recorded_at, reviewed_by: actor.id },
    })),
  'calibration.recorded': ({ data, recorded_at, actor }: Told<EventData<'calibration.recorded'>>): Change[] => [
    {
      to: 'record',
      of: 'calibration',
      id: data.calibration_id,
      parent: data.instrument_id,
      state: data.passed ? 'PASSED' : 'FAILED',
      set: { ...data, calibrated_at: recorded_at, calibrated_by: actor.id },
    },
  ],
  'alarm.acknowledged': ({ data, recorded_at, actor }: Told<EventData<'alarm.acknowledged'>>): Change[] => [
    {
      to: 'record',
      of: 'alarm',
      id: data.alarm_id,
      state: 'ACKNOWLEDGED',
      set: { state: 'ACKNOWLEDGED', acknowledged_at: recorded_at, acknowledged_by: actor.id, notes: data.notes },
    },
  ],
}
