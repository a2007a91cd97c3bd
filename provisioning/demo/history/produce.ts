import type { MeasuredValue } from '@flowviz/contract/qc-decision'
import { between, type Held, kgText, LATE, type Story } from './story.ts'

/** A run as it will have been. */
export interface RunStory {
  recipe_id: string
  line: string
  shift: string
  inputs: { lot_id: string; weight_kg: number }[]
  /** How much of what goes in comes out as good, and how much of the rest is waste; what is left is process loss. */
  yield: readonly [number, number]
  outputs: number
  to: string
  /** Gates after pre-op that the run passes before it gives anything out, with what was measured. */
  gates: { gate_id: string; values: (story: Story) => MeasuredValue[]; instrument_id?: string }[]
}

export const yes = (...parameters: string[]): MeasuredValue[] =>
  parameters.map(parameter => ({ parameter, value: true }))

const PRE_OP = yes('visually-clean', 'labels-cleared', 'detector-tested')

/**
 * A run from plan to close: the line is cleared, material goes in, gates pass, lots come out, the balance closes, and
 * the quality manager reviews what the operator did. @returns the good lots.
 */
export async function produce(story: Story, run: RunStory): Promise<Held[]> {
  const { crew, clock } = story
  const { run_id } = await crew.manager.do('plan-run', {
    body: { recipe_id: run.recipe_id, line: run.line, shift: run.shift, occurred_at: clock.after(3) },
  })
  const params = { run_id }
  const moment = (minutes: number) => ({ params, body: { occurred_at: clock.after(minutes) } })
  await crew.manager.do('release-run', moment(1))
  await crew.operator.do('prepare-run', moment(5))
  await pass(story, run_id, { gate_id: 'pre-op', values: () => PRE_OP })
  await crew.operator.do('start-run', moment(4))
  for (const { lot_id, weight_kg } of run.inputs)
    await crew.operator.do('consume-lot', {
      params,
      body: { lot_id, weight_kg: kgText(weight_kg), manual_reason: LATE, reason: LATE, occurred_at: clock.after(3) },
    })
  for (const gate of run.gates) await pass(story, run_id, gate)
  const made = await giveOut(story, run_id, run)
  await crew.operator.do('complete-run', moment(2))
  await crew.operator.do('reconcile-run', moment(3))
  await crew.quality.do('review-run', { params, body: { notes: 'Records complete, limits met.' }, signed: true })
  await crew.manager.do('close-run', { params, body: {} })
  return made
}

async function pass({ crew, clock, ...rest }: Story, run_id: string, gate: RunStory['gates'][0]): Promise<void> {
  const { gate_id, values, instrument_id } = gate
  await crew.operator.do('decide-gate', {
    body: {
      run_id,
      gate_id,
      decision: 'PASS',
      values: values({ crew, clock, ...rest }),
      ...(instrument_id === undefined ? {} : { instrument_id }),
      occurred_at: clock.after(12),
      entered_late_reason: LATE,
    },
  })
}

async function giveOut(story: Story, run_id: string, run: RunStory): Promise<Held[]> {
  const { crew, clock } = story
  const params = { run_id }
  const input = run.inputs.reduce((sum, { weight_kg }) => sum + weight_kg, 0)
  const good = Number((input * between(story, run.yield)).toFixed(3))
  const waste = Number(((input - good) * 0.3).toFixed(3))
  const made: Held[] = []
  let left = good
  for (let at = 1; at <= run.outputs; at += 1) {
    const weight = at === run.outputs ? left : Number((good / run.outputs).toFixed(3))
    left = Number((left - weight).toFixed(3))
    const { lot } = await crew.operator.do('produce-lot', {
      params,
      body: {
        kind: 'good',
        weight_kg: kgText(weight),
        manual_reason: LATE,
        location_id: run.to,
        occurred_at: clock.after(4),
      },
    })
    made.push({ lot_id: lot.lot_id, lot_code: lot.lot_code, weight_kg: weight })
  }
  const lose = (cause: 'waste' | 'process_loss', kg: number) =>
    crew.operator.do('lose-material', {
      params,
      body: { cause, weight_kg: kgText(kg), manual_reason: LATE, occurred_at: clock.after(1) },
    })
  if (waste > 0) await lose('waste', waste)
  // What is weighed never adds up to the gram: some of it stays unexplained, within the tolerance.
  const loss = Number(((input - good - waste) * 0.97).toFixed(3))
  if (loss > 0) await lose('process_loss', loss)
  return made
}
