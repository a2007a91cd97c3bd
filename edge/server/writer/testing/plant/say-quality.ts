import type { CommandBody } from '@flowviz/contract/command'
import type { Disposition } from '@flowviz/contract/quality-word'
import { actionsOf } from '../../../store/deviation-row.ts'
import { waitingOf } from '../../../store/hold-row.ts'
import type { StoredRecord } from '../../../store/record-store.ts'
import { dayOf, type Idea, lotThat, NOBODY, recordThat, type Said, type Scene, say, stands } from './scene.ts'

const placeHold: Idea = scene => {
  const lot = lotThat(scene, stands(scene))
  const lot_ids = lot === null ? [] : [scene.dice.chance(2) ? NOBODY : lot.lot_id]
  return lot_ids.length === 0 ? null : say('place-hold', { body: { lot_ids, reason: 'Smells odd.' } })
}

const heldBy = ({ store }: Scene, { id }: StoredRecord): string[] =>
  store.holds.ofHold(id).flatMap(({ lot_key, open }) => (open ? (store.lots.byKey(lot_key)?.lot_id ?? []) : []))

const dispose: Idea = scene => {
  const { dice } = scene
  const hold = recordThat(scene, 'hold', one => one.state !== 'CLOSED' && waitingOf(one).length === 0)
  if (hold === null) return null
  const lots = heldBy(scene, hold)
  const some = lots.length > 1 && dice.chance(30) ? { lot_ids: lots.slice(0, 1) } : {}
  const disposition = dice.one<Disposition>('release', 'release', 'release', 'rework', 'divert', 'destroy', 'return')
  return say('disposition-hold', {
    params: { hold_id: hold.id },
    body: { disposition, reason: 'Looked into.', ...some },
  })
}

const reviewHold: Idea = scene => {
  const hold = recordThat(scene, 'hold', ({ state }) => state === 'OPEN')
  return hold === null ? null : say('review-hold', { params: { hold_id: hold.id }, body: {} })
}
const execute: Idea = scene => {
  const hold = recordThat(scene, 'hold', one => waitingOf(one).length > 0)
  return hold === null ? null : say('execute-hold', { params: { hold_id: hold.id }, body: {} })
}

const open: Idea = scene => {
  const lot = lotThat(scene, stands(scene))
  const lot_ids = lot === null || scene.dice.chance(20) ? {} : { lot_ids: [lot.lot_id] }
  return say('open-deviation', { body: { text: 'Glass in the line.', ...lot_ids } })
}

type Work = (deviation_id: string, scene: Scene) => Said | null
const evaluate: Work = (deviation_id, { dice }) => {
  const result = dice.one('safe', 'safe', 'unsafe', 'safe_after_treatment')
  return say('evaluate-deviation', { params: { deviation_id }, body: { method: 'Core samples.', result } })
}
const assign: Work = (deviation_id, scene) =>
  say('assign-action', {
    params: { deviation_id },
    body: { kind: 'corrective', text: 'Mend the door.', due_on: dayOf(scene, 3) },
  })
const act: Work = (deviation_id, { dice, store }) => {
  const action = dice.recent(actionsOf(deviation_id, store))
  if (action === undefined) return null
  const text = 'The door is mended.'
  const { id: action_id } = action
  return action.state === 'OPEN'
    ? say('complete-action', { params: { action_id }, body: { text } })
    : say('verify-action', { params: { action_id }, body: { text, effective: dice.chance(70) } })
}
const verify: Work = deviation_id =>
  say('verify-deviation', { params: { deviation_id }, body: { text: 'All was done.' } })
const close: Work = deviation_id => say('close-deviation', { params: { deviation_id }, body: {} })

const NEXT: Record<string, readonly Work[]> = {
  OPEN: [evaluate, assign],
  CONTAINED: [evaluate, evaluate, assign],
  EVALUATED: [assign, act, act, act, verify],
  VERIFIED: [act, act, close, close],
}
const WORK: [Work, ...Work[]] = [evaluate, assign, act, verify, close]

const work: Idea = scene => {
  const deviation = recordThat(scene, 'deviation', ({ state }) => state !== 'CLOSED')
  if (deviation === null) return null
  const usual = NEXT[deviation.state ?? ''] ?? []
  const careful = usual.length > 0 && scene.dice.chance(92)
  const next = careful ? usual[scene.dice.below(usual.length)]! : scene.dice.one(...WORK)
  return next(deviation.id, scene)
}

const REVIEWED = ['gate.decided', 'deviation.opened', 'calibration.recorded']
const review: Idea = ({ dice, store, seq }) => {
  const rows = store.ledger.before(seq + 1, 60)
  const due = rows.filter(({ body }) => REVIEWED.includes((JSON.parse(body) as { type: string }).type))
  const seqs = dice.chance(6) ? [1] : due.slice(0, 1 + dice.below(3)).map(row => row.seq)
  const verdict = dice.chance(80) ? 'accepted' : 'questioned'
  return seqs.length === 0 ? null : say('review-records', { body: { seqs, verdict } })
}

const calibrate: Idea = ({ dice }) => {
  const good = dice.chance(65)
  const point: CommandBody<'record-calibration'>['points'][0] = {
    reference: '0',
    as_found: good ? '0.2' : '2',
    tolerance: '0.5',
    unit: 'Cel',
    ...(dice.chance(50) ? { as_left: '0.1' } : {}),
  }
  const body = { points: [point], procedure: 'Ice bath.', standard: 'ref-7' }
  return say('record-calibration', { params: { instrument_id: dice.chance(95) ? 'probe-1' : 'nobody' }, body })
}

const acknowledge: Idea = scene => {
  const alarm = recordThat(scene, 'alarm', ({ state }) => state === 'RAISED')
  return alarm === null ? null : say('acknowledge-alarm', { params: { alarm_id: alarm.id }, body: {} })
}

export const QUALITY_IDEAS: readonly (readonly [weight: number, Idea])[] = [
  [1, placeHold],
  [8, dispose],
  [2, reviewHold],
  [5, execute],
  [1, open],
  [9, work],
  [3, review],
  [2, calibrate],
  [2, acknowledge],
]
