import type { Lot } from '@flowviz/contract/lot'
import { signal } from '@preact/signals'
import { expect, test } from 'vitest'
import { createLotState } from './lot-state.ts'

const NOW = '2026-11-23T05:00:00.000Z'
const lot = (n: number, status: Lot['status']): Lot =>
  ({ lot_id: `lot-${n}`, seq: n, status, registered_at: NOW }) as Partial<Lot> as Lot

/** Lots of an appliance that answers by hand. */
function open() {
  let answer = (_lots: Lot[]) => {}
  const api = {
    lots: () =>
      new Promise<never>(resolve => {
        answer = lots => resolve({ ok: true, value: { lots, next: null } } as never)
      }),
  }
  const state = createLotState(api, signal(Date.parse(NOW)))
  const load = async (lots: Lot[], meanwhile: Lot[] = []) => {
    const loading = state.load()
    meanwhile.forEach(state.hear)
    answer(lots)
    await loading
  }
  const shown = () => state.today.value.map(({ seq, status }) => `${seq} ${status}`)
  return { load, shown, hear: state.hear }
}

test('a lot that was held during a gap in the stream is shown as held after it', async () => {
  const { load, shown } = open()
  await load([lot(1, 'AVAILABLE')])
  await load([lot(1, 'HOLD')])
  expect(shown()).toEqual(['1 HOLD'])
})

test('what the stream brings while the list is on its way stays', async () => {
  const { load, shown, hear } = open()
  await load([lot(1, 'AVAILABLE')], [lot(2, 'AVAILABLE'), lot(1, 'HOLD')])
  expect(shown()).toEqual(['2 AVAILABLE', '1 HOLD'])
  hear(lot(3, 'AVAILABLE'))
  expect(shown()).toEqual(['3 AVAILABLE', '2 AVAILABLE', '1 HOLD'])
})
