import type { Answer, Trouble } from '@flowviz/contract/screen/trouble'
import { batch, type ReadonlySignal, signal } from '@preact/signals'

export type Loading = 'loading' | 'ready' | 'failed'

/** A list that comes page after page. */
export interface PagedList<Row, Question> {
  rows: ReadonlySignal<Row[]>
  status: ReadonlySignal<Loading>
  trouble: ReadonlySignal<Trouble | null>
  hasMore: ReadonlySignal<boolean>
  /** Asks anew, from the first page on; the rows of another question are gone at once. */
  ask: (question: Question) => Promise<void>
  more: () => Promise<void>
}

export interface Page<Row> {
  rows: Row[]
  next: string | null
}

/** Only the answer to the last question counts, however they overtake one another. `same` compares two questions. */
export function createPagedList<Row, Question>(
  get: (question: Question, cursor: string | null) => Promise<Answer<Page<Row>>>,
  same: (a: Question, b: Question) => boolean,
): PagedList<Row, Question> {
  const rows = signal<Row[]>([])
  const status = signal<Loading>('loading')
  const trouble = signal<Trouble | null>(null)
  const hasMore = signal(false)
  let asked: Question | null = null
  let next: string | null = null
  let question = 0
  const load = async (cursor: string | null) => {
    const mine = ++question
    status.value = 'loading'
    const answer = await get(asked as Question, cursor)
    if (mine !== question) return
    batch(() => {
      status.value = answer.ok ? 'ready' : 'failed'
      trouble.value = answer.ok ? null : answer.trouble
      if (!answer.ok) return
      rows.value = cursor === null ? answer.value.rows : [...rows.value, ...answer.value.rows]
      next = answer.value.next
      hasMore.value = next !== null
    })
  }
  return {
    rows,
    status,
    trouble,
    hasMore,
    ask: wanted => {
      if (asked === null || !same(asked, wanted)) rows.value = []
      asked = wanted
      return load(null)
    },
    more: async () => {
      if (next !== null && status.value !== 'loading') await load(next)
    },
  }
}
