import type { MonitorStatus } from '@flowviz/contract/monitor-status'
import { curveOf } from './curve.ts'
import { CurveCard } from './curve-card.tsx'
import { ExcursionCard } from './excursion-card.tsx'
import { emptyProbe, judgeProbe } from './probe.ts'
import { ProbeKeys, ProbePad, type ProbePanel } from './probe-card.tsx'

const NOW = Date.parse('2026-11-26T09:30:00.000Z')
const COLD: MonitorStatus = {
  monitor_id: 'cold-room',
  version: 1,
  title: 'Cold room, chilled storage',
  device_id: 'cold-1',
  channel: 'temperature',
  location_id: 'cold-room',
  unit: 'Cel',
  low: null,
  high: '5.0',
  ccp: true,
  state: 'confirmed',
  silent: false,
  since: '2026-11-26T08:45:00.000Z',
  value: '9.7',
  received_at: '2026-11-26T09:29:58.000Z',
  reading_seq: 1,
  deviation_id: null,
}
const LOTS = ['NOR-261126-K2-0011', 'NOR-261126-K2-0012', 'NOR-261126-K2-0013', 'NOR-261126-K2-0014'].map(code => ({
  lot_id: code,
  lot_code: code,
  product: 'Cooked rice',
  here_kg: '49.497000',
}))
const WAVE = curveOf(
  Array.from({ length: 60 }, (_, n) => [NOW - (60 - n) * 60_000, 3 + Math.sin(n / 9) * 1.4] as const),
  { high: '5.0' },
)
const nothing = () => undefined
const INSTRUMENTS = [{ instrument_id: 'probe-core-1', title: 'Core probe 1' }]
const probe = (value: string, panel: ProbePanel = 'value') => {
  const draft = { ...emptyProbe('cold-room', 'probe-core-1'), value }
  const props = { draft, instruments: INSTRUMENTS, panel, open: nothing }
  return () => (
    <>
      <ProbeKeys {...props} verdict={judgeProbe(value, COLD)} />
      <ProbePad {...props} edit={nothing} />
    </>
  )
}
const excursion =
  (change: Partial<MonitorStatus>, hold_id: string | null, lots = LOTS) =>
  () => <ExcursionCard monitor={{ ...COLD, ...change }} now={NOW} lots={lots} more={0} hold_id={hold_id} />

export const states = [
  { name: 'the last hour', draw: () => <CurveCard curve={WAVE} unit="°C" as_of={null} /> },
  { name: 'the last hour as it was kept', draw: () => <CurveCard curve={WAVE} unit="°C" as_of={NOW - 3_600_000} /> },
  { name: 'nothing to draw', draw: () => <CurveCard curve={null} unit="°C" as_of={null} /> },
  { name: 'a deviation with its hold', draw: excursion({}, 'h') },
  { name: 'outside, not for long', draw: excursion({ state: 'outside' }, null) },
  { name: 'silent, nothing there', draw: excursion({ state: 'silent', value: null }, null, []) },
  { name: 'a probe, nothing yet', draw: probe('') },
  { name: 'a probe, within', draw: probe('4.2') },
  { name: 'a probe, outside', draw: probe('8.5') },
  { name: 'a probe, which one', draw: probe('4.2', 'instrument') },
  { name: 'a probe, why', draw: probe('4.2', 'note') },
] as const
