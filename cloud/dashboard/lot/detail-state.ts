import type { GateView, LotLinks } from '@flowviz/contract/hq-plant'
import type { Trouble } from '@flowviz/contract/screen/trouble'
import { batch, type ReadonlySignal, signal } from '@preact/signals'
import type { HqApi } from '../api/hq-api.ts'

/** What is known of one lot beyond itself: its decisions, and what it was made of and became. */
export interface DetailState {
  links: ReadonlySignal<LotLinks | null>
  gates: ReadonlySignal<GateView[] | null>
  trouble: ReadonlySignal<Trouble | null>
  load: (site: string, lotId: string) => Promise<void>
}

export function createDetailState(api: Pick<HqApi, 'lotLinks' | 'gatesOfLot'>): DetailState {
  const links = signal<LotLinks | null>(null)
  const gates = signal<GateView[] | null>(null)
  const trouble = signal<Trouble | null>(null)
  let shown = ''
  let question = 0
  return {
    links,
    gates,
    trouble,
    load: async (site, lotId) => {
      const mine = ++question
      if (shown !== lotId)
        batch(() => {
          links.value = null
          gates.value = null
        })
      shown = lotId
      const [linked, decided] = await Promise.all([api.lotLinks(site, lotId), api.gatesOfLot(site, lotId)])
      if (mine !== question) return
      batch(() => {
        if (linked.ok) links.value = linked.value
        if (decided.ok) gates.value = decided.value.gates
        trouble.value = linked.ok ? (decided.ok ? null : decided.trouble) : linked.trouble
      })
    },
  }
}
