import type { Lot } from '@flowviz/contract/lot'
import { dayText } from '@flowviz/contract/screen/format'
import type { Trouble } from '@flowviz/contract/screen/trouble'
import { computed, type ReadonlySignal, signal } from '@preact/signals'
import type { EdgeApi } from '../api/edge-api.ts'

export interface LotState {
  /** Today's lots of the plant, newest first. */
  today: ReadonlySignal<Lot[]>
  loaded: ReadonlySignal<boolean>
  trouble: ReadonlySignal<Trouble | null>
  hear: (lot: Lot) => void
  load: () => Promise<void>
}

/** Keeps the newest lots; the stream adds to them, a gap in the stream loads them anew. */
export function createLotState(api: Pick<EdgeApi, 'lots'>, now: ReadonlySignal<number>): LotState {
  const lots = signal<ReadonlyMap<string, Lot>>(new Map())
  const loaded = signal(false)
  const trouble = signal<Trouble | null>(null)
  /** What was heard since the list was asked for: its answer may not know of it. Null while nothing is asked. */
  let meanwhile: Lot[] | null = null
  const hear = (lot: Lot) => {
    meanwhile?.push(lot)
    lots.value = new Map(lots.value).set(lot.lot_id, lot)
  }
  // The day changes once in 86,400 ticks; a computed text keeps the list from being sorted at each of them.
  const day = computed(() => dayText(now.value))
  return {
    today: computed(() =>
      [...lots.value.values()].filter(lot => dayText(lot.registered_at) === day.value).sort((a, b) => b.seq - a.seq),
    ),
    loaded,
    trouble,
    hear,
    load: async () => {
      const mine: Lot[] = []
      meanwhile = mine
      const answer = await api.lots()
      trouble.value = answer.ok ? null : answer.trouble
      // What was known before a gap in the stream may be another by now; the answer to a later question is on its way.
      if (meanwhile !== mine) return
      meanwhile = null
      if (!answer.ok) return
      lots.value = new Map([...answer.value.lots, ...mine].map(lot => [lot.lot_id, lot] as const))
      loaded.value = true
    },
  }
}
