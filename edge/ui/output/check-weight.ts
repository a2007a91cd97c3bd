import { decimalOf, wholeOf } from '@flowviz/contract/decimal'
import type { RunOutput } from '@flowviz/contract/run'
import type { ShownEntry } from '../outbox/entry.ts'
import type { WeightRange } from '../weight/range.ts'

const PLACES = 6
const kg = (mg: bigint): string => decimalOf(mg, PLACES).replace(/\.?0+$/, '')

/** What so many containers of a nominal weight should weigh together, and what is allowed about it. */
export function rangeOf(nominal_kg: string | undefined, of: { percent: number; containers: number }): WeightRange {
  if (nominal_kg === undefined) return { min_kg: null, target_kg: null, max_kg: null }
  const target = wholeOf(nominal_kg, PLACES) * BigInt(of.containers)
  const beyond = (target * BigInt(of.percent)) / 100n
  return { min_kg: kg(target - beyond), target_kg: kg(target), max_kg: kg(target + beyond) }
}

/** A good output of a run as the check-weigher counts it, for one container. */
export function weightsEach(
  outputs: readonly Pick<RunOutput, 'weight_mg' | 'count' | 'rework'>[],
  entries: readonly ShownEntry[],
): string[] {
  const made = outputs
    .filter(({ rework }) => !rework)
    .map(({ weight_mg, count }) => kg(BigInt(weight_mg) / BigInt(count ?? 1)))
  const waiting = entries
    .filter(({ state, body }) => state !== 'acked' && state !== 'given-up' && body.kind === 'good')
    .flatMap(({ body }) => (body.weight_kg === undefined ? [] : [body]))
    .map(({ weight_kg, count }) => kg(wholeOf(String(weight_kg), PLACES) / BigInt(Number(count ?? 1))))
  return [...made, ...waiting]
}

/** What waits on this tablet for a run. */
export const outputsOf = (entries: readonly ShownEntry[], run: { run_id: string; run_code: string }): ShownEntry[] =>
  entries.filter(
    ({ command, params }) =>
      command === 'produce-lot' && (params.run_id === run.run_id || params.run_id === run.run_code),
  )
