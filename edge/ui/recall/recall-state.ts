import type { RecallNotices } from '@flowviz/contract/recall-notice'
import { computed, type ReadonlySignal, signal } from '@preact/signals'
import type { ShownEntry } from '../outbox/entry.ts'
import type { Kept } from '../shelf/book.ts'
import { type ShownNotice, shownNotices } from './notice-view.ts'

export interface RecallState {
  /** Every notice that this tablet knows of, real ones first; also those of which all is found. */
  notices: ReadonlySignal<readonly ShownNotice[]>
  /** Those with lots to find here. */
  open: ReadonlySignal<readonly ShownNotice[]>
  /** The one that takes the screen over; null when there is none, or all are put aside. */
  covering: ReadonlySignal<ShownNotice | null>
  /** When what was put aside comes back; milliseconds since 1970. */
  back_at: ReadonlySignal<number | null>
  /** Puts aside what is open now, to finish the step in hand. */
  putAside: () => void
  resume: () => void
}

export interface RecallParts {
  kept: ReadonlySignal<Kept<RecallNotices> | null>
  entries: ReadonlySignal<readonly ShownEntry[] | null>
  now: ReadonlySignal<number>
  storage: Pick<Storage, 'getItem' | 'setItem'>
}

/**
 * A recall cannot be dismissed, but a gate at a cooker must not go unrecorded for it: the lots are held at the appliance
 * whatever a tablet shows, and what the notice adds is attention. So the step in hand may be finished, again if it must,
 * while a bar stays. Another recall, or a drill beside it, is nothing that anybody has put aside.
 */
export const ASIDE_MS = 600_000
const KEY = 'flowviz.recall-aside'

interface Aside {
  until: number
  recall_ids: readonly string[]
}
const NOTHING: Aside = { until: 0, recall_ids: [] }

export function createRecallState({ kept, entries, now, storage }: RecallParts): RecallState {
  const aside = signal(keptAside(storage.getItem(KEY)))
  const keep = (next: Aside) => {
    aside.value = next
    storage.setItem(KEY, JSON.stringify(next))
  }
  const notices = computed(() => {
    const heard = kept.value
    if (heard === null) return []
    return shownNotices({ notices: heard.value.notices, as_of: heard.as_of }, entries.value ?? [])
  })
  const open = computed(() => notices.value.filter(({ to_find_count }) => to_find_count > 0))
  // A clock that was put back must not make ten minutes a day.
  const isAside = computed(() => now.value < aside.value.until && aside.value.until - now.value <= ASIDE_MS)
  return {
    notices,
    open,
    covering: computed(() => {
      const put = isAside.value ? aside.value.recall_ids : []
      return open.value.find(({ recall_id }) => !put.includes(recall_id)) ?? null
    }),
    back_at: computed(() => (isAside.value ? aside.value.until : null)),
    putAside: () => keep({ until: now.peek() + ASIDE_MS, recall_ids: open.peek().map(({ recall_id }) => recall_id) }),
    resume: () => keep(NOTHING),
  }
}

function keptAside(text: string | null): Aside {
  try {
    const { until, recall_ids } = JSON.parse(text ?? '') as Partial<Aside>
    return typeof until === 'number' && Array.isArray(recall_ids) ? { until, recall_ids } : NOTHING
  } catch {
    return NOTHING
  }
}
