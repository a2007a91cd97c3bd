import { signal } from '@preact/signals'
import { expect, test } from 'vitest'
import type { Device } from '../device/device-state.ts'
import type { WeightView } from '../weight/weight-state.ts'
import { createSameLoad } from './same-load.ts'

const live = (value: string): WeightView => ({ kind: 'live', value, unit: 'kg', stable: true, basis: 'net', age_ms: 0 })
const none: WeightView = { kind: 'none', why: 'silent', next: 'wait' }
const device = (id: string) => ({ id }) as Device

function kept(): Pick<Storage, 'getItem' | 'setItem'> {
  const values = new Map<string, string>()
  return { getItem: key => values.get(key) ?? null, setItem: (key, value) => void values.set(key, value) }
}

/** A page in front of a scale; another one with the same storage is the first one loaded again. */
function onScale(first: WeightView = live('18.250'), storage = kept()) {
  const view = signal<WeightView>(first)
  const scale = signal<Device | null>(device('scale-1'))
  return { view, scale, storage, load: createSameLoad({ weight: { view, scale }, storage }) }
}

test('what was registered stays the same load while only the last digit flickers, or the scale falls silent', () => {
  const { view, load } = onScale()
  expect(load.of.value).toBeNull()
  load.taken('NK-1')
  for (const shown of [live('18.252'), none, live('18.249')]) view.value = shown
  expect(load.of.value).toBe('NK-1')
})

test('the next container may have the very same weight, once the one before was taken off', () => {
  const { view, load } = onScale()
  load.taken('NK-1')
  view.value = live('0.000')
  view.value = live('18.250')
  expect(load.of.value).toBeNull()
})

test('a load that was registered is not counted twice after a reload, and is free once it was taken off', () => {
  const { storage, load } = onScale()
  load.taken('NK-1')
  // The page has not heard its scale yet, and then hears what stood there before.
  const again = onScale(none, storage)
  expect(again.load.of.value).toBe('NK-1')
  again.view.value = live('18.251')
  expect(again.load.of.value).toBe('NK-1')
  again.view.value = live('0.000')
  expect(again.load.of.value).toBeNull()
  expect(onScale(live('18.250'), storage).load.of.value).toBeNull()
})

test('another scale has another load, and each keeps its own', () => {
  const { scale, view, storage, load } = onScale()
  load.taken('NK-1')
  scale.value = device('scale-2')
  view.value = live('4.100')
  expect(load.of.value).toBeNull()
  load.taken('NK-2')
  const again = onScale(live('18.250'), storage)
  expect(again.load.of.value).toBe('NK-1')
})

test('a registration that was taken back leaves its load to be registered anew', () => {
  const { storage, load } = onScale()
  load.taken('NK-1')
  load.release()
  expect([load.of.value, onScale(live('18.250'), storage).load.of.value]).toEqual([null, null])
})

test('a note that cannot be read blocks no scale', () => {
  const storage = kept()
  storage.setItem('flowviz.draft.same-load', '{"scale-1":{"value":"heavy","name":"NK-1"}}')
  expect(onScale(live('18.250'), storage).load.of.value).toBeNull()
})
