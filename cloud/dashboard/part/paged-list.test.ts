import type { Answer } from '@flowviz/contract/screen/trouble'
import { expect, test } from 'vitest'
import { createPagedList, type Page } from './paged-list.ts'

const page = (rows: number[], next: string | null = null): Answer<Page<number>> => ({ ok: true, value: { rows, next } })
const same = (a: string, b: string) => a === b

test('pages follow one another, and another question begins anew', async () => {
  const asked: unknown[] = []
  const pages = [page([3, 2], 'behind-2'), page([1]), page([9])]
  const list = createPagedList(async (question: string, cursor) => {
    asked.push([question, cursor])
    return pages.shift()!
  }, same)
  await list.ask('north')
  expect(list.hasMore.value).toBe(true)
  await list.more()
  expect([list.rows.value, list.hasMore.value]).toEqual([[3, 2, 1], false])
  const asking = list.ask('south')
  expect(list.rows.value).toEqual([])
  await asking
  expect(list.rows.value).toEqual([9])
  expect(asked).toEqual([
    ['north', null],
    ['north', 'behind-2'],
    ['south', null],
  ])
})

test('the same question again keeps what is shown until it is answered, and an earlier answer never comes last', async () => {
  const waiting: ((answer: Answer<Page<number>>) => void)[] = []
  const list = createPagedList((_: string) => new Promise<Answer<Page<number>>>(resolve => waiting.push(resolve)), same)
  const first = list.ask('north')
  waiting[0]!(page([1]))
  await first
  const second = list.ask('north')
  const third = list.ask('north')
  expect(list.rows.value).toEqual([1])
  waiting[2]!(page([3]))
  waiting[1]!(page([2]))
  await Promise.all([second, third])
  expect(list.rows.value).toEqual([3])
})
