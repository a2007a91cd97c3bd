import { signal } from '@preact/signals'
import { expect, test } from 'vitest'
import { standWithTablet } from './station.ts'

test('a tablet that is set up for a station stands there, and its people work there', () => {
  const station = signal<string | null>(null)
  const enrolled = signal<{ station: string | null } | null>(null)
  standWithTablet(station, enrolled)
  expect(station.value).toBeNull()
  enrolled.value = { station: 'receiving-1' }
  expect(station.value).toBe('receiving-1')
})

test('a tablet that is set up anew for another station moves there', () => {
  const station = signal<string | null>('receiving-1')
  const enrolled = signal<{ station: string | null } | null>({ station: 'receiving-1' })
  standWithTablet(station, enrolled)
  enrolled.value = { station: 'packing-2' }
  expect(station.value).toBe('packing-2')
})

test('a tablet that was set up for no station, and a page that is no tablet, stand where their address said', () => {
  const station = signal<string | null>('dispatch-1')
  const enrolled = signal<{ station: string | null } | null>(null)
  standWithTablet(station, enrolled)
  enrolled.value = { station: null }
  expect(station.value).toBe('dispatch-1')
})
