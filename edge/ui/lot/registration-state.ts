import type { Lot, LotRegistration, LotType } from '@flowviz/contract/lot'
import type { Answer, Trouble } from '@flowviz/contract/screen/trouble'
import { batch, computed, type ReadonlySignal, type Signal, signal } from '@preact/signals'

/** What the form holds: text as typed. `method` says where the weight comes from. */
export interface Draft {
  lot_type: LotType | null
  product: string
  supplier: string
  supplier_lot_code: string
  temperature_c: string
  method: 'scale' | 'manual'
  weight_kg: string
  manual_reason: string
}

export const EMPTY_DRAFT: Draft = {
  lot_type: null,
  product: '',
  supplier: '',
  supplier_lot_code: '',
  temperature_c: '',
  method: 'scale',
  weight_kg: '',
  manual_reason: '',
}

/** Where the sending stands. `unsure` means that no answer came: the command may have arrived or not. */
export type Sending =
  | { at: 'draft' }
  | { at: 'sending' }
  | { at: 'refused'; trouble: Trouble }
  | { at: 'unsure'; trouble: Trouble }
  | { at: 'done'; lot: Lot }

export interface RegistrationParts {
  register: (registration: LotRegistration, key: string) => Promise<Answer<Lot>>
  newKey: () => string
  scaleId: ReadonlySignal<string | null>
  /** Null when the scale's weight can be captured now, else why not. */
  scaleProblem: ReadonlySignal<string | null>
  done: (lot: Lot) => void
  storage: Pick<Storage, 'getItem' | 'setItem'>
}

export interface RegistrationState {
  draft: Signal<Draft>
  sending: ReadonlySignal<Sending>
  /** The first thing that keeps the draft from being sent, as a sentence; null when it can go. */
  missing: ReadonlySignal<string | null>
  /** True while the fields must not change: a command is under way or its fate is not known. */
  locked: ReadonlySignal<boolean>
  edit: (change: Partial<Draft>) => void
  submit: () => Promise<void>
  /** Gives up a command without an answer; the next one is a new command. */
  unlock: () => void
  /** Clears the last outcome from the screen. */
  dismiss: () => void
}

const DRAFT_KEY = 'flowviz.draft'
const DECIMAL = /^-?\d{1,12}(\.\d{1,9})?$/

/** A comma is what half of the world types for a decimal point. */
const decimal = (text: string) => text.trim().replace(',', '.')

export function draftProblem(draft: Draft, scaleProblem: string | null): string | null {
  if (draft.lot_type === null) return 'Choose a lot type.'
  const degrees = decimal(draft.temperature_c)
  if (degrees !== '' && !DECIMAL.test(degrees)) return 'The temperature is not a number, such as 3.5.'
  if (draft.method === 'scale') return scaleProblem
  const weight = decimal(draft.weight_kg)
  if (weight === '') return 'Enter the weight in kg.'
  if (!DECIMAL.test(weight) || !(Number(weight) > 0)) return 'The weight is not a number above 0, such as 12.500.'
  if (draft.manual_reason.trim().length < 3) return 'Give a reason for the weight by hand.'
  return null
}

/** The command that a draft stands for; call only when draftProblem is null. */
export function registrationOf(draft: Draft, scaleId: string | null): LotRegistration {
  const optional = {
    product: draft.product.trim(),
    supplier: draft.supplier.trim(),
    supplier_lot_code: draft.supplier_lot_code.trim(),
    temperature_c: decimal(draft.temperature_c),
  }
  const given = Object.fromEntries(Object.entries(optional).filter(([, text]) => text !== ''))
  const weight =
    draft.method === 'scale'
      ? { scale_id: scaleId ?? '' }
      : { weight_kg: decimal(draft.weight_kg), manual_reason: draft.manual_reason.trim() }
  return { lot_type: draft.lot_type ?? 'RAW', ...given, ...weight }
}

export function createRegistrationState(parts: RegistrationParts): RegistrationState {
  const draft = signal<Draft>(readDraft(parts.storage))
  draft.subscribe(value => parts.storage.setItem(DRAFT_KEY, JSON.stringify(value)))
  const sending = signal<Sending>({ at: 'draft' })
  const locked = computed(() => sending.value.at === 'sending' || sending.value.at === 'unsure')
  /** The command without an answer yet: it is sent again as it was, under the same key. */
  let open: { key: string; registration: LotRegistration } | null = null

  const submit = async () => {
    if (sending.value.at === 'sending') return
    // The scale may have moved since the button was drawn; a finger that found it enabled gets an answer, and that is
    // the server's, whose reading counts.
    if (open === null && draftProblem(draft.value, null) !== null) return
    open ??= { key: parts.newKey(), registration: registrationOf(draft.value, parts.scaleId.value) }
    sending.value = { at: 'sending' }
    const answer = await parts.register(open.registration, open.key)
    if (!answer.ok) {
      // A server that answered with a refusal has decided; one that did not answer may still have registered it.
      const { trouble } = answer
      if (!trouble.passing) open = null
      sending.value = { at: trouble.passing ? 'unsure' : 'refused', trouble }
      return
    }
    open = null
    batch(() => {
      sending.value = { at: 'done', lot: answer.value }
      // The next container of a delivery shares type, product and supplier; its weight and temperature it does not.
      draft.value = { ...draft.value, temperature_c: '', method: 'scale', weight_kg: '', manual_reason: '' }
    })
    parts.done(answer.value)
  }
  return {
    draft,
    sending,
    missing: computed(() => (locked.value ? null : draftProblem(draft.value, parts.scaleProblem.value))),
    locked,
    edit: change => {
      if (locked.value) return
      draft.value = { ...draft.value, ...change }
      if (sending.value.at !== 'draft') sending.value = { at: 'draft' }
    },
    submit,
    unlock: () => {
      open = null
      sending.value = { at: 'draft' }
    },
    dismiss: () => {
      if (!locked.value) sending.value = { at: 'draft' }
    },
  }
}

/** The draft of before a reload; what is not one is an empty one. */
function readDraft(storage: RegistrationParts['storage']): Draft {
  try {
    const kept: unknown = JSON.parse(storage.getItem(DRAFT_KEY) ?? '{}')
    return { ...EMPTY_DRAFT, ...(kept as Partial<Draft>) }
  } catch {
    return EMPTY_DRAFT
  }
}
