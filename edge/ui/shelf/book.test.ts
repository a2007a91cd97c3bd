import { expect, test } from 'vitest'
import { type BookStore, createBook, type Kept } from './book.ts'

/** A book of words whose questions are answered by hand. */
function open({ kept }: { kept?: Kept<string[]> } = {}) {
  const answers: ((words: string[] | null) => void)[] = []
  const clock = { ms: 1_000 }
  const written: unknown[] = []
  let rest = () => {}
  const store: BookStore = {
    get: async () => kept,
    put: async (_, { value }) => void written.push(value),
  }
  const book = createBook<string[]>({
    name: 'words',
    store,
    now: () => clock.ms,
    after: (_, call) => {
      rest = call
      return () => undefined
    },
    ask: () =>
      new Promise(resolve =>
        answers.push(words =>
          resolve(
            words === null
              ? { ok: false, trouble: { code: 'unreachable', title: '', hint: '', passing: true } as never }
              : { ok: true, value: words },
          ),
        ),
      ),
  })
  return { book, answers, clock, written, rested: () => rest() }
}

test('questions at the same time share one answer', async () => {
  const { book, answers } = open()
  const asked = [book.refresh(), book.refresh()]
  answers[0]!(['a'])
  await Promise.all(asked)
  expect([answers.length, book.value.value]).toEqual([1, ['a']])
})

test('what changed while a question was under way is asked once more: the answer may be older than the change', async () => {
  const { book, answers } = open()
  void book.refresh()
  const again = [book.again(), book.again()]
  answers[0]!(['free'])
  await expect.poll(() => answers.length).toBe(2)
  answers[1]!(['held'])
  await Promise.all(again)
  expect(book.value.value).toEqual(['held'])
})

test('what the stream brings while the list is on its way is not lost with it', async () => {
  const { book, answers } = open()
  const first = book.refresh()
  answers[0]!(['a'])
  await first
  const second = book.refresh()
  book.change(words => ['b', ...words.filter(word => word !== 'b')])
  answers[1]!(['a'])
  await second
  expect(book.value.value).toEqual(['b', 'a'])
})

test('one thing that is heard does not make a list of yesterday one of today', async () => {
  const { book, answers, clock } = open({ kept: { value: ['old'], as_of: 5 } })
  await book.open()
  book.change(words => ['new', ...words])
  expect(book.kept.value).toEqual({ value: ['new', 'old'], as_of: 5 })
  const asked = book.refresh()
  answers[0]!(['new'])
  await asked
  clock.ms = 2_000
  book.change(words => words)
  expect(book.kept.value?.as_of).toBe(2_000)
})

test('what is told is written down at once, and a stream of changes once in a while', async () => {
  const { book, answers, written, rested } = open()
  const asked = book.refresh()
  answers[0]!(['a'])
  await asked
  expect(written).toEqual([['a']])
  for (const word of ['b', 'c']) book.change(words => [...words, word])
  expect(written.length).toBe(1)
  rested()
  expect(written[1]).toEqual(['a', 'b', 'c'])
  rested()
  expect(written.length).toBe(2)
})
