import type { Lot, LotRegistration } from '@flowviz/contract/lot'
import type { Answer, Trouble } from '@flowviz/contract/screen/trouble'
import { signal } from '@preact/signals'
import { expect, test } from 'vitest'
import { createRegistrationState, draftProblem, EMPTY_DRAFT, registrationOf } from './registration-state.ts'

const trouble = (change: Partial<Trouble>): Trouble => ({
  code: 'unreachable',
  title: 'no answer',
  detail: '',
  hint: '',
  fields: {},
  passing: true,
  ...change,
})

/** A store of the browser, by hand. */
function handStorage() {
  const kept = new Map<string, string>()
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, text: string) => void kept.set(key, text),
  }
}

function setUp(answers: Answer<Lot>[]) {
  const sent: { registration: LotRegistration; key: string }[] = []
  const scaleProblem = signal<string | null>(null)
  const storage = handStorage()
  let keys = 0
  const parts = {
    register: async (registration: LotRegistration, key: string) => {
      sent.push({ registration, key })
      return answers.shift()!
    },
    newKey: () => `key-${++keys}`,
    scaleId: signal('scale-1'),
    scaleProblem,
    done: () => undefined,
    storage,
  }
  return { state: createRegistrationState(parts), again: () => createRegistrationState(parts), sent, scaleProblem }
}

const done: Answer<Lot> = { ok: true, value: { lot_code: 'NOR-261123-A-0001' } as Lot }

test('a command without an answer is sent again as it was, under the same key', async () => {
  const { state, sent } = setUp([{ ok: false, trouble: trouble({}) }, done])
  state.edit({ lot_type: 'RAW', product: 'Thigh' })
  await state.submit()
  expect(state.sending.value.at).toBe('unsure')
  state.edit({ product: 'Breast' })
  await state.submit()
  expect(state.sending.value.at).toBe('done')
  expect(sent[1]).toEqual(sent[0])
  expect(sent[0]?.registration).toEqual({ lot_type: 'RAW', product: 'Thigh', scale_id: 'scale-1' })
})

test('a refused command and its correction are two commands', async () => {
  const { state, sent } = setUp([{ ok: false, trouble: trouble({ code: 'scale_unstable', passing: false }) }, done])
  state.edit({ lot_type: 'RAW' })
  await state.submit()
  expect(state.sending.value.at).toBe('refused')
  await state.submit()
  expect(sent.map(one => one.key)).toEqual(['key-1', 'key-2'])
})

test('a tap at the moment when the scale falls silent is answered by the server, not swallowed', async () => {
  const { state, sent, scaleProblem } = setUp([
    { ok: false, trouble: trouble({ code: 'scale_silent', title: 'The scale has no fresh reading.', passing: false }) },
  ])
  state.edit({ lot_type: 'RAW' })
  expect(state.missing.value).toBeNull()
  scaleProblem.value = 'The weight is not fresh.'
  expect(state.missing.value).toBe('The weight is not fresh.')
  await state.submit()
  expect(sent).toHaveLength(1)
  expect(state.sending.value).toMatchObject({ at: 'refused', trouble: { code: 'scale_silent' } })
})

test('a draft outlives a reload of the screen', () => {
  const { state, again } = setUp([])
  state.edit({ lot_type: 'WIP', supplier: 'Hof Lindner' })
  expect(again().draft.value).toMatchObject({ lot_type: 'WIP', supplier: 'Hof Lindner' })
})

test('the next lot of a delivery keeps supplier and product, and never a weight by hand', async () => {
  const { state } = setUp([done])
  state.edit({ lot_type: 'RAW', supplier: 'Hof', method: 'manual', weight_kg: '12,5', manual_reason: 'scale broken' })
  await state.submit()
  expect(state.draft.value).toMatchObject({ supplier: 'Hof', method: 'scale', weight_kg: '', manual_reason: '' })
})

test('what keeps a lot from being registered is said in a sentence', () => {
  const raw = { ...EMPTY_DRAFT, lot_type: 'RAW' } as const
  expect(draftProblem(EMPTY_DRAFT, null)).toBe('Choose a lot type.')
  expect(draftProblem(raw, 'Wait until the scale is stable.')).toBe('Wait until the scale is stable.')
  expect(draftProblem(raw, null)).toBeNull()
  const manual = { ...raw, method: 'manual', weight_kg: '12,5' } as const
  expect(draftProblem(manual, 'broken')).toBe('Give a reason for the weight by hand.')
  expect(draftProblem({ ...manual, manual_reason: 'scale broken' }, 'broken')).toBeNull()
  for (const weight_kg of ['0', '-1', 'abc', '1e5'])
    expect(draftProblem({ ...manual, weight_kg, manual_reason: 'xyz' }, null)).toContain('not a number above 0')
})

test('a decimal comma is sent as a point, digit by digit', () => {
  const draft = {
    ...EMPTY_DRAFT,
    lot_type: 'RAW',
    method: 'manual',
    weight_kg: ' 12,500 ',
    manual_reason: 'abc',
  } as const
  expect(registrationOf(draft, 'scale-1')).toEqual({ lot_type: 'RAW', weight_kg: '12.500', manual_reason: 'abc' })
})
