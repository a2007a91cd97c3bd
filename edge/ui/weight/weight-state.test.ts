import type { Reading } from '@flowviz/contract/reading'
import type { FeedStatus } from '@flowviz/contract/screen/live-feed'
import { signal } from '@preact/signals'
import { expect, test } from 'vitest'
import type { Device } from '../device/device-state.ts'
import { captureProblem, createWeightState, FRESH_MS, weightView } from './weight-state.ts'

const scale = (change: Partial<Device> = {}): Device => ({
  id: 'scale-1',
  name: 'Receiving scale',
  driver: 'mt-sics',
  location: 'receiving',
  transport: 'serial',
  state: 'ok',
  reason: 'ok',
  detail: '',
  since: null,
  last_sample_age_ms: 0,
  achieved_interval_ms: 250,
  writes_allowed: false,
  channels: [{ name: 'weight', unit: 'kg' }],
  ...change,
})

const reading = (change: Partial<Reading> = {}): Reading => ({
  seq: 7,
  device_id: 'scale-1',
  channel: 'weight',
  value: '18.250',
  unit: 'kg',
  quality: 'good',
  reason: 'ok_stable',
  weight: { stable: true, basis: 'net' },
  verdict: 'unjudged',
  measured_at: '2026-11-23T05:00:00.000Z',
  received_at: '2026-11-23T05:00:00.010Z',
  source: 'b:7',
  ...change,
})

const heard = (device: Device, one: Reading | undefined) => ({
  device: { device, heardAt: 0 },
  reading: one === undefined ? undefined : { reading: one, heardAt: 0 },
})

test('a fresh reading is shown with exactly the digits of the scale', () => {
  expect(weightView(heard(scale(), reading()), 'live', 300)).toEqual({
    kind: 'live',
    value: '18.250',
    unit: 'kg',
    stable: true,
    basis: 'net',
    age_ms: 300,
  })
})

test('a number that nothing confirmed for 1.2 s is no number', () => {
  expect(weightView(heard(scale(), reading()), 'live', FRESH_MS).kind).toBe('live')
  expect(weightView(heard(scale(), reading()), 'live', FRESH_MS + 1)).toMatchObject({ kind: 'none' })
})

test('a weight that stands still is live while the gateway says so, whatever the age of its last message', () => {
  const device = { device: scale({ last_sample_age_ms: 200 }), heardAt: 60_000 }
  const one = { device, reading: { reading: reading(), heardAt: 0 } }
  expect(weightView(one, 'live', 60_300)).toMatchObject({ kind: 'live', age_ms: 500 })
  expect(weightView(one, 'live', 61_001)).toMatchObject({ kind: 'none' })
})

test('a weight that waited in the gateway while the server was away is not live when it arrives', () => {
  const late = reading({ received_at: '2026-11-23T05:00:20.000Z' })
  const device = { device: scale({ last_sample_age_ms: 20_000 }), heardAt: 0 }
  expect(weightView({ device, reading: { reading: late, heardAt: 0 } }, 'live', 10)).toMatchObject({ kind: 'none' })
})

test('a scale whose cable is pulled shows no number, and the words of the gateway', () => {
  const pulled = scale({ state: 'faulted', reason: 'port_missing', detail: 'Plug the cable in again.' })
  expect(weightView(heard(pulled, reading()), 'live', 10)).toEqual({
    kind: 'none',
    why: 'The scale does not answer.',
    next: 'Plug the cable in again.',
  })
})

test('an overloaded scale shows no number, and what to do', () => {
  const overload = reading({ value: null, quality: 'bad', reason: 'overload' })
  expect(weightView(heard(scale(), overload), 'live', 10)).toMatchObject({
    kind: 'none',
    next: 'Take load off the scale.',
  })
})

test('a screen without its server shows no number, however good the last one was', () => {
  expect(weightView(heard(scale(), reading()), 'lost', 10).kind).toBe('none')
})

test('an empty scale registers nothing, and the screen says what to do', () => {
  const empty = weightView(heard(scale(), reading({ value: '0.000' })), 'live', 300)
  expect(captureProblem(empty)).toBe('Put the goods on the scale.')
  expect(captureProblem(weightView(heard(scale(), reading()), 'live', 300))).toBeNull()
})

test('a tablet that has not heard of any scale since it was loaded does not say that the plant has none', () => {
  const live = signal<FeedStatus>('lost')
  const none = { devices: signal(new Map()), readings: signal(new Map()) } as never
  const clock = { tick: signal(0) } as never
  const { view } = createWeightState({ clock, devices: none, live, remembered: signal(null) })
  expect(view.value).toMatchObject({ why: 'No live weight: the server is not reached.' })
  live.value = 'connecting'
  expect(view.value).toMatchObject({ why: 'Connecting to the server.' })
  live.value = 'live'
  expect(view.value).toMatchObject({ why: 'No scale is set up in this plant.' })
})
