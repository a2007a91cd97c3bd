import { signal } from '@preact/signals'
import { ManualPanel } from './manual-panel.tsx'
import { RangeBar } from './range-bar.tsx'
import { TarePanel } from './tare-panel.tsx'
import { WeightCard } from './weight-card.tsx'
import type { WeightState, WeightView } from './weight-state.ts'

const nothing = () => undefined
const card = (view: WeightView) => () => {
  const weight = {
    scales: signal([]),
    scale: signal(null),
    choose: nothing,
    view: signal(view),
    problem: signal(null),
  } satisfies WeightState
  return <WeightCard weight={weight} />
}
const live = { kind: 'live', value: '12.500', unit: 'kg', stable: true, basis: 'net', age_ms: 200 } as const
const tray = { min_kg: '9.7', target_kg: '10', max_kg: '10.3' }

/** Weighing: the live weight in every state, its range, and the weights that a person says. */
export const states = [
  { name: 'stable', draw: card(live) },
  { name: 'moving, gross', draw: card({ ...live, stable: false, basis: 'gross' }) },
  { name: 'below zero', draw: card({ ...live, value: '-0.250' }) },
  { name: 'says nothing of stability', draw: card({ ...live, stable: null, value: '1250.5' }) },
  {
    name: 'no weight',
    draw: card({ kind: 'none', why: 'The scale does not answer.', next: 'Check its cable and its power.' }),
  },
  { name: 'in range', draw: () => <RangeBar range={tray} weight_kg="10.1" /> },
  { name: 'too light', draw: () => <RangeBar range={tray} weight_kg="9.1" /> },
  { name: 'range without a weight', draw: () => <RangeBar range={tray} weight_kg={null} /> },
  {
    name: 'by hand',
    draw: () => <ManualPanel given={{ weight_kg: '7.5', reason: 'x' }} likely={null} take={nothing} close={nothing} />,
  },
  {
    name: 'by hand, the server is away',
    draw: () => <ManualPanel given={null} likely="reason_unreached" take={nothing} close={nothing} />,
  },
  {
    name: 'container tare',
    draw: () => <TarePanel gross_kg="18.250" scale="Receiving scale" containers={4} take={nothing} close={nothing} />,
  },
] as const
