import { timestampOf } from '@flowviz/contract/time'
import { batch, computed, type ReadonlySignal, type Signal, signal } from '@preact/signals'
import { isOnItsWay } from '../outbox/entry.ts'
import type { Outbox } from '../outbox/outbox.ts'
import { type Intent, OutboxRefusal, type OutboxTrouble } from '../outbox/outbox.ts'
import type { Finding } from '../scan/finding.ts'
import { draftSignal } from '../session/draft.ts'
import type { Shelf } from '../shelf/shelf.ts'
import type { Tablet } from '../tablet/tablet.ts'
import type { NotedWeights } from '../weight/noted-weights.ts'
import { shownKg, type Weighing } from '../weight/weighing.ts'
import type { WeightState } from '../weight/weight-state.ts'
import { type Filled, fill, type Wanted } from './fill.ts'
import { receiptCommand } from './receipt-command.ts'
import {
  type Chip,
  changed,
  chipsOf,
  EMPTY_DRAFT,
  isFilled,
  type Missing,
  missingOf,
  type Named,
  nextContainer,
  type ReceiveDraft,
} from './receive-draft.ts'
import { createSameLoad, type SameLoad } from './same-load.ts'

export interface ReceiveParts {
  outbox: Pick<Outbox, 'put' | 'entry'>
  tablet: Pick<Tablet, 'lotCode'>
  weight: Pick<WeightState, 'view' | 'scale' | 'problem'>
  noted: NotedWeights
  shelf: { [Name in 'items' | 'parties' | 'locations']: Pick<Shelf[Name], 'value'> }
  person_id: ReadonlySignal<string | null>
  /** By the appliance's clock as this tablet knows it, ms since 1970. */
  now: () => number
  storage: Pick<Storage, 'getItem' | 'setItem'>
}

/** The last container that was registered here, as long as the screen speaks of it. */
export interface Registered {
  key: string
  /** Null: the appliance gives the code, which is known when it has answered. */
  lot_code: string | null
  title: string
  containers: number
  lot_type: string
  /** A scale has still to be read for it. */
  by_scale: boolean
  put_at: number
}

export interface ReceiveState {
  draft: ReadonlySignal<ReceiveDraft>
  named: ReadonlySignal<Named>
  chips: ReadonlySignal<readonly Chip[]>
  open: Signal<Wanted>
  /** What keeps it from being registered; null when it can be. The weight's own reasons are sentences already. */
  missing: ReadonlySignal<Missing | { weight: string } | { waits_for: string } | { same_load: string } | null>
  busy: ReadonlySignal<boolean>
  /** Why the last one was not even kept. */
  refusal: ReadonlySignal<OutboxTrouble | null>
  last: ReadonlySignal<Registered | null>
  /** Takes what is said at once, by a scan or a choice, and opens what is wanted next. */
  edit: (change: Partial<ReceiveDraft>) => void
  /** Takes what is keyed in touch by touch: each counts, and its keys stay. */
  enter: (change: Partial<ReceiveDraft>) => void
  /** Takes a scan when it says something for this receipt. */
  take: (raw: string, finding: Finding) => Filled | null
  /** Keeps the receipt, which is the first tick. Gives what was kept, or null. */
  register: () => Promise<Registered | null>
  /** The last one is none any more: nothing more is said of it, and what stands on the scale may be registered. */
  forget: () => void
  clear: () => void
}

export function createReceiveState(parts: ReceiveParts): ReceiveState {
  const { shelf } = parts
  const draft = draftSignal(parts.storage, 'receive', EMPTY_DRAFT)
  const named = computed<Named>(() => ({
    item: shelf.items.value.value?.find(({ item_id }) => item_id === draft.value.item_id) ?? null,
    supplier: shelf.parties.value.value?.find(({ party_id }) => party_id === draft.value.supplier_id) ?? null,
  }))
  const chips = computed(() => chipsOf(draft.value, named.value))
  const open = signal<Wanted>(firstOpen(draft.value, named.value))
  const busy = signal(false)
  const refusal = signal<OutboxTrouble | null>(null)
  const last = signal<Registered | null>(null)

  const load = createSameLoad(parts)
  const missing = missingIn(parts, { draft, named, last, load, busy })

  const enter = (change: Partial<ReceiveDraft>) =>
    batch(() => {
      draft.value = changed(draft.value, change)
      refusal.value = null
    })
  const edit = (change: Partial<ReceiveDraft>) =>
    batch(() => {
      enter(change)
      if (open.value === 'plate' || isFilled(open.value, draft.value, named.value))
        open.value = firstOpen(draft.value, named.value)
    })
  const register = async (): Promise<Registered | null> => {
    if (busy.value || missing.value !== null) return null
    busy.value = true
    const by_scale = draft.value.hand === null
    // Noted before it is kept: a page that is killed in between finds the load taken, and its entry in the queue.
    if (by_scale) load.taken(named.value.item?.title ?? '')
    try {
      const kept = await keep(parts, draft.value, named.value)
      batch(() => {
        last.value = kept
        if (by_scale && load.of.value !== null) load.taken(kept.lot_code ?? kept.title)
        refusal.value = null
        draft.value = nextContainer(draft.value)
        open.value = 'weight'
      })
      return kept
    } catch (error) {
      if (by_scale) load.release()
      if (!(error instanceof OutboxRefusal)) throw error
      refusal.value = error.trouble
      return null
    } finally {
      busy.value = false
    }
  }
  return {
    draft,
    named,
    chips,
    open,
    missing,
    busy,
    refusal,
    last,
    edit,
    enter,
    take: (raw, finding) => {
      const books = { items: shelf.items.value.value ?? [], parties: shelf.parties.value.value ?? [] }
      const filled = fill(raw, finding, { wanted: open.value, books })
      if (filled !== null && Object.keys(filled.change).length > 0) edit(filled.change)
      return filled
    },
    register,
    forget: () => {
      last.value = null
      load.release()
    },
    clear: () => {
      batch(() => {
        draft.value = EMPTY_DRAFT
        open.value = 'product'
        refusal.value = null
      })
    },
  }
}

interface Filling {
  draft: ReadonlySignal<ReceiveDraft>
  named: ReadonlySignal<Named>
  last: ReadonlySignal<Registered | null>
  load: SameLoad
  busy: ReadonlySignal<boolean>
}

function missingIn(
  { outbox, noted, weight }: ReceiveParts,
  { draft, named, last, load, busy }: Filling,
): ReceiveState['missing'] {
  /** The one before still waits for its weight: what stands on the scale is not another one's yet. */
  const waits = computed(() => {
    if (last.value?.by_scale !== true) return null
    const entry = outbox.entry(last.value.key)
    return entry !== undefined && isOnItsWay(entry) && noted.of(last.value.key)?.taken !== true ? last.value : null
  })
  return computed(() => {
    const lacks = missingOf(draft.value, named.value)
    if (lacks !== null) return lacks
    if (draft.value.hand !== null) return null
    if (waits.value !== null) return { waits_for: waits.value.lot_code ?? waits.value.title }
    if (load.of.value !== null && !busy.value) return { same_load: load.of.value }
    return weight.problem.value === null ? null : { weight: weight.problem.value }
  })
}

/** Puts the receipt into the queue, and notes what the display showed where a scale has to be read for it. */
async function keep(parts: ReceiveParts, draft: ReceiveDraft, { item, supplier }: Named): Promise<Registered> {
  if (item === null || supplier === null) throw new TypeError('a receipt without a product or a supplier')
  const { weight, outbox, tablet, noted } = parts
  const put_at = parts.now()
  // Whoever put it there and saw the display; the next person may be here when it is kept.
  const person_id = parts.person_id.peek() ?? ''
  const scale = weight.scale.value
  const weighing = weighingOf(draft, scale?.id ?? null)
  const view = weight.view.value
  const lot_code = draft.plate ?? (await tablet.lotCode())
  const of = { item, supplier, weighing, lot_code, at: timestampOf(put_at) }
  const { key } = await outbox.put(receiptCommand(draft, of) as Intent)
  const by_scale = 'scale_id' in weighing
  const weight_kg = view.kind === 'live' ? shownKg(view.value, view.unit) : null
  if (by_scale && weight_kg !== null) noted.note(key, { weight_kg, scale: scale?.name ?? '', person_id })
  const { title, lot_type } = item
  return { key, lot_code, title, lot_type, containers: draft.containers, by_scale, put_at }
}

function weighingOf({ hand }: ReceiveDraft, scale_id: string | null): Weighing {
  if (hand !== null) return { weight_kg: hand.weight_kg, manual_reason: hand.reason }
  return { scale_id: scale_id ?? '' }
}

/** What has to be filled next; the weight is last, because it fills itself. */
function firstOpen(draft: ReceiveDraft, named: Named): Chip {
  const order: readonly Chip[] = ['product', 'supplier', 'lot', 'document']
  const chips = chipsOf(draft, named)
  return order.find(chip => chips.includes(chip) && !isFilled(chip, draft, named)) ?? 'weight'
}
