import { TemperatureCard } from './temperature-card.tsx'
import type { TemperaturePoint } from './temperature-state.ts'

const NOW = Date.parse('2026-11-26T06:00:00.000Z')

const POINT: TemperaturePoint = {
  key: 'cold-room-1/temperature',
  name: 'Cold room 1',
  location: 'Cold store',
  channel: 'temperature',
  value: '3.25',
  unit: '°C',
  mark: { tone: 'ok', word: 'Within limits' },
  detail: '',
  limits: { low: '0', high: '5' },
  received_at: '2026-11-26T05:59:48.000Z',
}

const card = (change: Partial<TemperaturePoint>) => () => (
  <ul class="cards">
    <TemperatureCard point={{ ...POINT, ...change }} now={NOW} />
  </ul>
)

export const states = [
  { name: 'within its limits', draw: card({}) },
  { name: 'too high', draw: card({ value: '8.5', mark: { tone: 'alarm', word: 'Too high' } }) },
  {
    name: 'too low, at most',
    draw: card({ value: '-24', limits: { high: '-18' }, name: 'Freezer 2 beside the dock' }),
  },
  { name: 'no limits set', draw: card({ limits: null, mark: { tone: 'stale', word: 'No limits set' } }) },
  {
    name: 'no value',
    draw: card({
      value: null,
      mark: { tone: 'warn', word: 'Silent' },
      detail: 'No answer for 40 s. Check the power of the probe and its cable.',
    }),
  },
  {
    name: 'humidity, doubted',
    draw: card({ channel: 'humidity', unit: '%', value: '88', mark: { tone: 'warn', word: 'Doubted' }, limits: null }),
  },
]
