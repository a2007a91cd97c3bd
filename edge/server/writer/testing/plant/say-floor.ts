import { CREW } from './crew.ts'
import { MONITOR } from './furnish.ts'
import { type Idea, momentOf, placeIn, recordThat, say } from './scene.ts'

const call: Idea = scene => {
  const { dice } = scene
  const reason = dice.one('safety', 'machine', 'quality', 'material', 'cleaning', 'other')
  const where = dice.chance(50) ? { location_id: placeIn(scene) } : { line: 'L1' }
  return say('call-help', { body: { reason, stops_line: dice.chance(30), ...where } })
}
const answer: Idea = scene => {
  const found = recordThat(scene, 'help_call', ({ state }) => state === 'CALLED')
  return found === null ? null : say('answer-help', { params: { call_id: found.id }, body: {} })
}
const close: Idea = scene => {
  const found = recordThat(scene, 'help_call', ({ state }) => state !== 'CLOSED')
  return found === null ? null : say('close-help', { params: { call_id: found.id }, body: { note: 'It runs.' } })
}

const handOver: Idea = ({ dice, store }) => {
  const idsOf = (kind: 'run' | 'hold') => store.records.page({ kind, limit: 3 }).map(({ id }) => id)
  const seen = { open_runs: idsOf('run'), open_holds: idsOf('hold') }
  const to = dice.chance(30) ? { to_person_id: CREW[dice.below(CREW.length)]!.id } : {}
  return say('hand-over-shift', { body: { notes: 'The chiller is loud.', ...seen, ...to } })
}
const accept: Idea = scene => {
  const found = recordThat(scene, 'shift_handover', ({ state }) => state === 'HANDED_OVER')
  return found === null ? null : say('accept-handover', { params: { handover_id: found.id }, body: {} })
}

const probe: Idea = scene => {
  const { dice } = scene
  const where = dice.chance(60) ? { monitor_id: MONITOR.monitor_id } : { location_id: placeIn(scene) }
  const instrument = dice.chance(40) ? { instrument_id: dice.one('probe-1', 'probe-1', 'probe-2', 'scale-1') } : {}
  const late = dice.chance(15) ? { occurred_at: momentOf(scene, -30) } : {}
  const value_c = dice.chance(25) ? dice.one('7.5', '-2') : dice.one('2', '4.4')
  return say('enter-temperature', { body: { value_c, ...where, ...instrument, ...late } })
}

export const FLOOR_IDEAS: readonly (readonly [weight: number, Idea])[] = [
  [2, call],
  [2, answer],
  [2, close],
  [2, handOver],
  [2, accept],
  [3, probe],
]
