import { signal } from '@preact/signals'
import { expect, test } from 'vitest'
import type { Device } from '../device/device-state.ts'
import type { WeightView } from '../weight/weight-state.ts'
import { createSameLoad } from './same-load.ts'

const live = (value: string): WeightView => ({ kind: 'live', value, unit: 'kg', stable: true, basis: 'net', age_ms: 0 })
const none: WeightView = { kind: 'none', why: 'silent', next: 'wait' }
const device = (id: string) => ({ id }) as Device

function onScale() {
  const view = signal<WeightView>(live('18.250'))
  const scale = signal<Device | null>(device('scale-1'))
  return { view, scale, load: createSameLoad({ view, scale }) }
}

test('what was registered stays the same load while only the last digit flickers, or the scale falls silent', () => {
  const { view, load } = onScale()
  expect(load.isThere.value).toBe(false)
  load.registered()
  for (const shown of [live('18.252'), none, live('18.249')]) view.value = shown
  expect(load.isThere.value).toBe(true)
})

test('the next container may have the very same weight, once the one before was taken off', () => {
  const { view, load } = onScale()
  load.registered()
  view.value = live('0.000')
  view.value = live('18.250')
  expect(load.isThere.value).toBe(false)
})

test('another scale has another load', () => {
  const { scale, load } = onScale()
  load.registered()
  scale.value = device('scale-2')
  expect(load.isThere.value).toBe(false)
})
