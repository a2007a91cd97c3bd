import type { GateView } from '@flowviz/contract/hq-plant'
import { unitText, whenText } from '@flowviz/contract/screen/format'
import type { Mark } from '@flowviz/contract/screen/mark'
import { Marked } from '../part/marked.tsx'

const MARKS: Record<GateView['decision'], Mark> = {
  PASS: { tone: 'ok', word: 'passed' },
  HOLD: { tone: 'hold', word: 'held' },
  FAIL: { tone: 'alarm', word: 'failed' },
}

/** The decisions on a lot, newest first, each with what was measured. */
export function LotGates({ gates, now }: { gates: GateView[]; now: number }) {
  return (
    <>
      <h3>Gates</h3>
      {gates.length === 0 && <p class="quiet">Nothing was decided on it yet.</p>}
      <ul class="lot-list">
        {gates.map(gate => (
          <li key={gate.event_id}>
            <b>
              {gate.gate_no}. {gate.gate_id}
            </b>
            <Marked mark={MARKS[gate.decision]} />
            {gate.ccp && <span>CCP</span>}
            <span class="amount">{whenText(gate.decided_at, now)}</span>
            <span class="way">
              {gate.values.map(valueText).join('; ')}
              {gate.notes !== null && ` ${gate.notes}`}
            </span>
          </li>
        ))}
      </ul>
    </>
  )
}

function valueText({ parameter, value, unit, low, high }: GateView['values'][0]): string {
  const limits = [low === null ? '' : `at least ${low}`, high === null ? '' : `at most ${high}`].filter(Boolean)
  return `${parameter} ${value} ${unitText(unit)}${limits.length === 0 ? '' : ` (${limits.join(', ')})`}`.trim()
}
