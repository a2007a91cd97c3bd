import type { DeviceView } from '@flowviz/contract/device'
import { DeviceCard } from './device-card.tsx'
import { createDeviceStates } from './device-state.ts'

const NOW = Date.parse('2026-11-26T06:00:00.000Z')

const SCALE: DeviceView = {
  id: 'scale-1',
  name: 'Receiving scale',
  driver: 'mt-sics',
  location: 'Receiving',
  transport: 'serial',
  state: 'ok',
  reason: 'ok',
  detail: 'It answers.',
  since: '2026-11-26T05:12:00.000Z',
  last_sample_age_ms: 200,
  achieved_interval_ms: 250,
  writes_allowed: true,
  channels: [{ name: 'weight', quantity: 'mass', unit: 'kg' } as DeviceView['channels'][number]],
  latest: [
    {
      seq: 1,
      device_id: 'scale-1',
      channel: 'weight',
      value: '12.500',
      unit: 'kg',
      verdict: 'unjudged',
      quality: 'good',
      reason: null,
      measured_at: '2026-11-26T05:59:59.800Z',
      received_at: '2026-11-26T05:59:59.900Z',
      source: 'boot:1',
    } as unknown as DeviceView['latest'][number],
  ],
}

const card = (change: Partial<DeviceView>) => () => {
  const device = { ...SCALE, ...change }
  const states = createDeviceStates(() => 0)
  states.replace([device])
  return (
    <ul class="cards">
      <DeviceCard device={device} states={states} now={NOW} />
    </ul>
  )
}

export const states = [
  { name: 'works', draw: card({}) },
  {
    name: 'answers no more',
    draw: card({
      state: 'late',
      detail: 'Nothing came for 3 s. Check that the scale is switched on and that its adapter is plugged in.',
    }),
  },
  { name: 'works, no value yet', draw: card({ latest: [] }) },
]
