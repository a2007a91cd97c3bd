import type { Deviation, DeviationView, HoldView } from '@flowviz/contract/hq-plant'
import type { DeviationState, HoldState } from '@flowviz/contract/quality-word'
import type { Mark } from '@flowviz/contract/screen/mark'
import type { Trouble } from '@flowviz/contract/screen/trouble'
import { batch, type ReadonlySignal, signal } from '@preact/signals'
import type { HqApi } from '../api/hq-api.ts'
import { createPagedList, type PagedList } from '../part/paged-list.ts'

/** Holds and deviations of one site, and the deviation that is looked at. */
export interface QualityState {
  holds: PagedList<HoldView, string>
  deviations: PagedList<DeviationView, string>
  chosen: ReadonlySignal<Deviation | null>
  trouble: ReadonlySignal<Trouble | null>
  show: (site: string) => Promise<void>
  choose: (site: string, deviationId: string) => Promise<void>
}

const HOLDS: Record<HoldState, Mark> = {
  OPEN: { tone: 'hold', word: 'open' },
  UNDER_REVIEW: { tone: 'hold', word: 'under review' },
  DISPOSITIONED: { tone: 'pending', word: 'decided, to be done' },
  EXECUTED: { tone: 'pending', word: 'done, to be closed' },
  CLOSED: { tone: 'stale', word: 'closed' },
}
export const holdMark = ({ state }: HoldView): Mark => HOLDS[state]

const DEVIATIONS: Record<DeviationState, string> = {
  OPEN: 'open',
  CONTAINED: 'contained: lots are held',
  EVALUATED: 'evaluated',
  ACTIONS_DONE: 'actions done',
  VERIFIED: 'verified',
  CLOSED: 'closed',
}
/** An excursion that goes on is the gravest; a closed deviation needs nobody. */
export function deviationMark({ state, cause, ended_at }: DeviationView): Mark {
  if (state === 'CLOSED') return { tone: 'stale', word: DEVIATIONS[state] }
  if (cause === 'excursion' && ended_at === null) return { tone: 'alarm', word: 'going on' }
  return { tone: 'warn', word: DEVIATIONS[state] }
}

const same = (a: string, b: string) => a === b

export function createQualityState(api: Pick<HqApi, 'holds' | 'deviations' | 'deviation'>): QualityState {
  const holds = createPagedList(api.holds, same)
  const deviations = createPagedList(api.deviations, same)
  const chosen = signal<Deviation | null>(null)
  const trouble = signal<Trouble | null>(null)
  let question = 0
  return {
    holds,
    deviations,
    chosen,
    trouble,
    show: async site => {
      await Promise.all([holds.ask(site), deviations.ask(site)])
    },
    choose: async (site, deviationId) => {
      const mine = ++question
      if (chosen.value?.deviation_id !== deviationId) chosen.value = null
      const answer = await api.deviation(site, deviationId)
      if (mine !== question) return
      batch(() => {
        trouble.value = answer.ok ? null : answer.trouble
        if (answer.ok) chosen.value = answer.value
      })
    },
  }
}
