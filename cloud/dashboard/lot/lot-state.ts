import type { HqLot } from '@flowviz/contract/hq'
import type { Trouble } from '@flowviz/contract/screen/trouble'
import { batch, type ReadonlySignal, signal } from '@preact/signals'
import type { HqApi, LotFilters } from '../api/hq-api.ts'
import type { Loading } from '../part/paged-list.ts'

/** One list of lots under some filters, page after page, kept up by the stream. */
export interface LotState {
  lots: ReadonlySignal<HqLot[]>
  status: ReadonlySignal<Loading>
  trouble: ReadonlySignal<Trouble | null>
  /** True while there is a further page. */
  hasMore: ReadonlySignal<boolean>
  search: (filters: LotFilters) => Promise<void>
  more: () => Promise<void>
  hear: (lot: HqLot) => void
}

/** The rule of the server's search, for lots that the stream brings. */
export function matches(lot: HqLot, { q, site }: LotFilters): boolean {
  if (site !== '' && lot.site !== site) return false
  const text = [lot.lot_code, lot.product, lot.supplier_lot_code].filter(Boolean).join(' ').toLowerCase()
  return text.includes(q.toLowerCase())
}

const newestFirst = (a: HqLot, b: HqLot) =>
  b.registered_at.localeCompare(a.registered_at) || b.lot_id.localeCompare(a.lot_id)

export function createLotState(api: Pick<HqApi, 'lots'>): LotState {
  const lots = signal<HqLot[]>([])
  const status = signal<Loading>('loading')
  const trouble = signal<Trouble | null>(null)
  const hasMore = signal(false)
  let filters: LotFilters = { q: '', site: '' }
  let next: string | null = null
  /** Answers may overtake one another; only the one to the last question counts. */
  let question = 0

  const load = async (cursor: string | null) => {
    const mine = ++question
    status.value = 'loading'
    const answer = await api.lots(filters, cursor)
    if (mine !== question) return
    batch(() => {
      status.value = answer.ok ? 'ready' : 'failed'
      trouble.value = answer.ok ? null : answer.trouble
      if (!answer.ok) return
      lots.value = merge(cursor === null ? [] : lots.value, answer.value.lots)
      next = answer.value.next
      hasMore.value = next !== null
    })
  }
  // A lot changes for weeks: one of a page that was not asked for yet has no place here.
  const isShown = (lot: HqLot) => {
    const last = lots.value.at(-1)
    return next === null || last === undefined || newestFirst(lot, last) <= 0
  }
  return {
    lots,
    status,
    trouble,
    hasMore,
    search: wanted => {
      filters = wanted
      return load(null)
    },
    more: async () => {
      if (next !== null && status.value !== 'loading') await load(next)
    },
    hear: lot => {
      if (status.value === 'ready' && matches(lot, filters) && isShown(lot)) lots.value = merge(lots.value, [lot])
    },
  }
}

/** Lots by id, newest first; a later one of the same id replaces the earlier. */
function merge(held: HqLot[], brought: HqLot[]): HqLot[] {
  return [...new Map([...held, ...brought].map(lot => [lot.lot_id, lot])).values()].sort(newestFirst)
}
