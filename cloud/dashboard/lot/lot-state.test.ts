import type { HqLot, HqLotPage } from '@flowviz/contract/hq'
import type { Answer } from '@flowviz/contract/screen/trouble'
import { expect, test } from 'vitest'
import { createLotState } from './lot-state.ts'

const lot = (number: number, change: Partial<HqLot> = {}): HqLot =>
  ({
    lot_id: `019ab0a2-5c00-7000-8000-${String(number).padStart(12, '0')}`,
    site: 'north',
    lot_code: `NOR-261123-A-${String(number).padStart(4, '0')}`,
    product: null,
    supplier_lot_code: null,
    registered_at: new Date(number * 1000).toISOString(),
    ...change,
  }) as HqLot
const page = (lots: HqLot[], next: string | null = null): Answer<HqLotPage> => ({ ok: true, value: { lots, next } })
const codes = (lots: HqLot[]) => lots.map(one => Number(one.lot_code.slice(-4)))

test('the pages of a list follow one another without a double', async () => {
  const asked: (string | null)[] = []
  const pages = [page([lot(5), lot(4)], 'behind-4'), page([lot(4), lot(3)])]
  const state = createLotState({
    lots: async (_, cursor) => {
      asked.push(cursor)
      return pages.shift()!
    },
  })
  await state.search({ q: '', site: '' })
  expect(state.hasMore.value).toBe(true)
  await state.more()
  expect(codes(state.lots.value)).toEqual([5, 4, 3])
  expect(state.hasMore.value).toBe(false)
  expect(asked).toEqual([null, 'behind-4'])
})

test('the answer to an earlier question never replaces that to the last one', async () => {
  const waiting: ((answer: Answer<HqLotPage>) => void)[] = []
  const state = createLotState({ lots: () => new Promise(resolve => waiting.push(resolve)) })
  const first = state.search({ q: 'a', site: '' })
  const last = state.search({ q: 'ab', site: '' })
  waiting[1]!(page([lot(2)]))
  waiting[0]!(page([lot(1)]))
  await Promise.all([first, last])
  expect(codes(state.lots.value)).toEqual([2])
})

test('a lot that the stream brings joins the list only if it matches the search', async () => {
  const state = createLotState({ lots: async () => page([lot(1, { product: 'Chicken thigh' })]) })
  await state.search({ q: 'thigh', site: 'north' })
  state.hear(lot(2, { product: 'THIGH, skinless' }))
  state.hear(lot(3, { product: 'Paprika' }))
  state.hear(lot(4, { product: 'Thigh', site: 'south' }))
  expect(codes(state.lots.value)).toEqual([2, 1])
})

test('an old lot that changes does not jump into a list that has not come to it yet', async () => {
  const state = createLotState({ lots: async () => page([lot(9), lot(8)], 'behind-8') })
  await state.search({ q: '', site: '' })
  state.hear(lot(2))
  state.hear(lot(8, { product: 'Changed' }))
  expect(codes(state.lots.value)).toEqual([9, 8])
  expect(state.lots.value[1]?.product).toBe('Changed')
})
