import type { Problem } from '@flowviz/contract/error'
import { signal } from '@preact/signals'
import { expect, test } from 'vitest'
import type { ShownEntry } from '../outbox/entry.ts'
import type { Intent } from '../outbox/outbox.ts'
import { createNotedWeights } from './noted-weights.ts'
import { byHand } from './weighing.ts'

const queued = { key: 'k1', command: 'register-lot', params: {}, lane: 'lot:T1-0001', about: null, state: 'queued' }
const first = { ...queued, body: { item_id: 'rice', scale_id: 'scale-1' }, problem: null } as unknown as ShownEntry

/** A queue of one command, whose verdict the test gives. */
function setUp(kept: string | null = null) {
  const entries = signal<readonly ShownEntry[]>([first])
  const decided: Intent[] = []
  const storage = { text: kept }
  const person_id = signal<string | null>('olga')
  const noted = createNotedWeights({
    outbox: {
      entries,
      attention: entries,
      entry: key => entries.value.find(one => one.key === key),
      redecide: async (_, intent) => {
        decided.push(intent as Intent)
        return { ...first, key: 'k2' }
      },
    },
    person_id,
    storage: {
      getItem: () => storage.text,
      setItem: (_, text) => {
        storage.text = text
      },
    },
    reason: ({ weight_kg }) => `showed ${weight_kg}`,
    report: error => expect.fail(String(error)),
  })
  const verdict = (state: ShownEntry['state'], code = '') => {
    entries.value = [{ ...first, state, problem: code === '' ? null : ({ code } as Problem) }]
  }
  return { noted, verdict, decided, storage, person_id }
}

const shown = { weight_kg: '18.250', scale: 'Receiving scale', person_id: 'olga' }

test('a weight that came too late is decided anew with what the display showed, once its person took that', async () => {
  const { noted, verdict, decided } = setUp()
  noted.note('k1', shown)
  noted.take('k1')
  verdict('rejected', 'weight_late')
  await Promise.resolve()
  expect(decided).toMatchObject([
    { lane: 'lot:T1-0001', body: { item_id: 'rice', weight_kg: '18.250', manual_reason: 'showed 18.250' } },
  ])
  expect(decided[0]?.body).not.toHaveProperty('scale_id')
  await Promise.resolve()
  expect(noted.replaced.value.get('k1')).toBe('k2')
})

test('what nobody took stays for a person to decide', async () => {
  const { noted, verdict, decided } = setUp()
  noted.note('k1', shown)
  verdict('rejected', 'weight_late')
  await Promise.resolve()
  expect(decided).toEqual([])
  noted.take('k1')
  await Promise.resolve()
  expect(decided).toHaveLength(1)
})

test('a lot that was refused for another reason gets no weight by hand', async () => {
  const { noted, verdict, decided } = setUp()
  noted.note('k1', shown)
  noted.take('k1')
  verdict('rejected', 'supplier_unapproved')
  await Promise.resolve()
  expect(decided).toEqual([])
})

test('nobody else decides by what Olga saw, and after a reload she still does', async () => {
  const before = setUp()
  before.noted.note('k1', shown)
  before.noted.take('k1')
  const { verdict, decided, person_id } = setUp(before.storage.text)
  person_id.value = 'ben'
  verdict('rejected', 'weight_late')
  await Promise.resolve()
  expect(decided).toEqual([])
  person_id.value = 'olga'
  await Promise.resolve()
  expect(decided).toHaveLength(1)
})

test('what the scale said in time is the weight, and the note is gone', () => {
  const { noted, verdict } = setUp()
  noted.note('k1', shown)
  noted.take('k1')
  verdict('acked')
  expect(noted.of('k1')).toBeUndefined()
})

test('the weight by hand of a receipt stands on its line', () => {
  expect(
    byHand({ scale_id: 's', supplier_id: 'p', lines: [{ item_id: 'i' }] }, { weight_kg: '1', manual_reason: 'r' }),
  ).toEqual({ supplier_id: 'p', lines: [{ item_id: 'i', weight_kg: '1', manual_reason: 'r' }] })
})
