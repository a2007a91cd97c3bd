import type { Decision, Disposition } from '@flowviz/contract/quality-word'
import fc from 'fast-check'
import { plantStore } from '../../store/plant-store.ts'
import type { Box } from './box.ts'
import {
  COLLEAGUE,
  calibrate,
  decide,
  dispose,
  GOOD_POINTS,
  lotOn,
  MANAGER,
  OTHER_MANAGER,
  passUpTo,
  signedBy,
  signerOf,
  stored,
} from './line.ts'

/** A plant in the middle of a history. */
export interface Scene {
  box: Box
  lots: string[]
}
/** One thing that somebody does, or tries to do. */
export type Step = (scene: Scene) => unknown

const number = fc.nat({ max: 30 })
const pick = <T>(from: readonly T[], at: number): T | undefined => from[at % Math.max(from.length, 1)]

export const idsOf = (box: Box, kind: 'hold' | 'deviation'): string[] =>
  plantStore(box.engine.db)
    .records.page({ kind, limit: 500 })
    .map(({ id }) => id)

/** A step on one of the lots, once there are any. */
const onLot = (lot: number, act: (scene: Scene, lot_id: string) => unknown): Step => {
  return scene => {
    const lot_id = pick(scene.lots, lot)
    return lot_id === undefined ? null : act(scene, lot_id)
  }
}
const on = (kind: 'hold' | 'deviation', at: number, act: (box: Box, id: string) => unknown): Step => {
  return ({ box }) => {
    const id = pick(idsOf(box, kind), at)
    return id === undefined ? null : act(box, id)
  }
}

/** A lot that is ready for the first CCP of its line, or one that was just delivered. */
const register = fc.tuple(fc.constantFrom('L1', 'L2'), fc.constantFrom('RAW' as const, 'WIP' as const)).map(
  ([line, lot_type]): Step =>
    ({ box, lots }) => {
      const lot_id = lotOn(box, line, { lot_type })
      lots.push(lot_id)
      if (lot_type === 'WIP') passUpTo(box, lot_id, 2)
    },
)
const next = fc
  .tuple(number, fc.constantFrom<Decision>('PASS', 'PASS', 'FAIL'))
  .map(([lot, decision]) =>
    onLot(lot, ({ box }, lot_id) =>
      decide(box, { lot_id, gate_id: stored(box, lot_id).gate_passed + 1, decision }, { actor: COLLEAGUE }),
    ),
  )
const decision = fc
  .record({
    lot: number,
    gate_id: fc.integer({ min: 1, max: 4 }),
    decision: fc.constantFrom<Decision>('PASS', 'HOLD', 'FAIL', 'FAIL'),
    recheck: fc.constantFrom({}, { recheck: true, reason: 'looked again' }),
    probe: fc.constantFrom({}, { instrument_id: 'probe-1' }),
    late: fc.boolean(),
  })
  .map(({ lot, gate_id, decision, recheck, probe, late }) =>
    onLot(lot, ({ box }, lot_id) => {
      const hour_ago = new Date(box.clock.ms - 3_600_000).toISOString()
      decide(box, { lot_id, gate_id, decision, ...recheck, ...probe, ...(late ? { occurred_at: hour_ago } : {}) })
    }),
  )
const link = fc.tuple(number, number).map(([lot, source]) =>
  onLot(lot, ({ box, lots }, lot_id) => {
    const body = { source_lot_id: pick(lots, source)!, weight_kg: '0.5' }
    box.act('link-lot', { params: { lot_id }, body })
  }),
)
const hold = number.map(lot =>
  onLot(lot, ({ box }, lot_id) => box.act('place-hold', { body: { lot_ids: [lot_id], reason: 'smells odd' } })),
)
const evaluate = fc.tuple(number, fc.constantFrom('safe' as const, 'unsafe' as const)).map(([at, result]) =>
  on('deviation', at, (box, deviation_id) => {
    const body = { method: 'looked at', result }
    box.act('evaluate-deviation', { params: { deviation_id }, body }, { actor: MANAGER })
  }),
)
const dispositions: Disposition[] = ['release', 'release', 'rework', 'divert', 'destroy', 'return']
const disposition = fc
  .tuple(number, fc.constantFrom(...dispositions))
  .map(([at, disposition]) =>
    on('hold', at, (box, hold_id) => dispose(box, hold_id, { disposition, by: signedBy(OTHER_MANAGER) })),
  )
const execute = number.map(at =>
  on('hold', at, (box, hold_id) =>
    box.act('execute-hold', { params: { hold_id }, body: {} }, { witness: signerOf(MANAGER) }),
  ),
)
const calibration = fc
  .constantFrom<Parameters<typeof calibrate>[1]>({}, { points: [{ ...GOOD_POINTS[0]!, as_found: '2' }] })
  .map(
    (change): Step =>
      ({ box }) =>
        calibrate(box, change),
  )

/** Steps in the proportion of a bad day. */
export const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 5, arbitrary: register },
  { weight: 12, arbitrary: next },
  { weight: 6, arbitrary: decision },
  { weight: 2, arbitrary: link },
  { weight: 1, arbitrary: hold },
  { weight: 2, arbitrary: evaluate },
  { weight: 3, arbitrary: disposition },
  { weight: 2, arbitrary: execute },
  { weight: 1, arbitrary: calibration },
)

/** Does a step; what the plant refuses has changed nothing, and the history goes on. */
export function attempt(scene: Scene, step: Step): void {
  try {
    step(scene)
  } catch (error) {
    const { code } = error as { code?: string }
    if (code === undefined || code === 'internal') throw error
  }
}
