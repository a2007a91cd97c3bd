import { expect, test } from 'vitest'
import type { HeldLedger } from '../parts.ts'
import { PlantLedger } from '../testing/ledger.ts'
import { parseLedgerBatch } from './batch.ts'
import { judgeLedger } from './ledger-verdict.ts'

const plant = new PlantLedger('plant-1')
plant.start()
for (const code of ['A', 'B', 'C', 'D']) plant.lot(code)

const parsed = (ledger: PlantLedger, from: number, to: number) =>
  parseLedgerBatch(Buffer.from(ledger.batch(from, to)), ledger.site)

/** What headquarters holds when it has the first `seq` rows, as far as the batch from `from` needs it. */
const held = (seq: number, from = seq + 1): HeldLedger => ({
  head: { epoch: 1, seq, hash: plant.hashAt(seq) },
  rows: plant.rows.slice(from - 1, seq),
  resumed: null,
})

test('the next events are chained behind the head', () => {
  const verdict = judgeLedger(held(2), parsed(plant, 3, 5))
  expect(verdict).toMatchObject({ kind: 'append', skip: 0, previous: { seq: 2 } })
  expect(verdict).toMatchObject({ rows: plant.rows.slice(2).map(({ seq, hash, body }) => ({ seq, hash, body })) })
})

test('what is held already is skipped, and a batch of nothing else is a replay', () => {
  expect(judgeLedger(held(4, 2), parsed(plant, 2, 5))).toMatchObject({ kind: 'append', skip: 3 })
  expect(judgeLedger(held(5, 2), parsed(plant, 2, 5))).toEqual({ kind: 'replay' })
  expect(judgeLedger({ ...held(5, 2), rows: plant.rows.slice(1, 3) }, parsed(plant, 2, 3))).toEqual({ kind: 'replay' })
})

test('one other byte in a held event is a fork, whatever follows it', () => {
  const batch = parsed(plant, 2, 5)
  batch.events[1]!.body += ' '
  expect(judgeLedger(held(4, 2), batch)).toMatchObject({ kind: 'refused', code: 'ledger_fork' })
})

test('one other byte in a new event breaks the chain', () => {
  const batch = parsed(plant, 3, 5)
  batch.events[1]!.body += ' '
  expect(judgeLedger(held(2), batch)).toMatchObject({ kind: 'refused', code: 'chain_broken' })
})

test('a repeated batch with another head is no replay', () => {
  const batch = parsed(plant, 2, 3)
  batch.header.head = plant.hashAt(4)
  const verdict = judgeLedger({ ...held(5), rows: plant.rows.slice(1, 3) }, batch)
  expect(verdict).toMatchObject({ kind: 'refused', code: 'chain_broken' })
})

test('an epoch two ahead, or one whose first event is missing, is a gap', () => {
  const restored = plant.restoreTo(3)
  restored.lot('E')
  const twice = restored.restoreTo(4)
  expect(judgeLedger(held(5), parsed(twice, 5, 5))).toMatchObject({ code: 'ledger_gap' })
  expect(judgeLedger(held(5), parsed(restored, 5, 5))).toMatchObject({ code: 'ledger_gap' })
})

test('an epoch that goes on at another number than it resumed from is a fork', () => {
  const restored = plant.restoreTo(3)
  const batch = parsed(restored, 4, 4)
  batch.header.from_seq = 5
  const resumed = { epoch: 1, seq: 3, hash: plant.hashAt(3) }
  expect(judgeLedger({ ...held(5), resumed }, parsed(restored, 4, 4))).toMatchObject({ kind: 'append' })
  expect(judgeLedger({ ...held(5), resumed }, batch)).toMatchObject({ code: 'ledger_fork' })
})

test('an epoch that has ended takes nothing new', () => {
  const ended = { ...held(3), head: { epoch: 2, seq: 3, hash: 'ab'.repeat(32) }, rows: [] }
  expect(judgeLedger(ended, parsed(plant, 5, 5))).toMatchObject({ code: 'ledger_fork' })
})
