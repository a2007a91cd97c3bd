import type { QcGate } from '@flowviz/contract/plant/qc-plan'
import { GateCard, type Panel } from './gate-card.tsx'
import { emptyDraft } from './gate-draft.ts'

const gate: QcGate = {
  gate_no: 4,
  gate_id: 'chill',
  title: 'Chill',
  ccp: true,
  control: 'CCP',
  checks: [
    { parameter: 'covered', title: 'Trays covered and dated' },
    { parameter: 'minutes', title: 'From 54.4 to 26.7 °C', unit: 'min', high: '90' },
    { parameter: 'end', title: 'Temperature at the end', unit: 'Cel', low: '0.0', high: '4.4' },
    { parameter: 'seal', title: 'Seal of the cabinet closed' },
  ],
  before_consume: [],
  before_ship: [],
  signed: false,
  reaction: 'Reheat within two hours, or destroy.',
}

const state = (name: string, values: Record<string, boolean | string>, panel: Panel = { kind: 'none' }) => ({
  name,
  draw: () => (
    <GateCard
      gate={gate}
      draft={{ ...emptyDraft('x'), values }}
      panel={panel}
      enter={() => undefined}
      open={() => undefined}
      because={() => undefined}
    />
  ),
})

export const states = [
  state('gate, nothing checked yet', {}),
  state('gate, all good', { covered: true, minutes: '72', end: '3.8', seal: true }),
  state('gate, outside its limits', { covered: false, minutes: '118', end: '7.', seal: true }),
  state('gate, a number is keyed in', { covered: true, end: '-0.' }, { kind: 'pad', parameter: 'end' }),
  state('gate, why it is held', { covered: true }, { kind: 'reason', decision: 'HOLD' }),
  state('gate, why it is rejected', { covered: false }, { kind: 'reason', decision: 'FAIL' }),
] as const
