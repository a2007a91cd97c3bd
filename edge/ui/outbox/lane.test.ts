import type { CommandName } from '@flowviz/contract/command'
import { CODES, type ErrorCode } from '@flowviz/contract/error'
import { expect, test } from 'vitest'
import type { Entry } from './entry.ts'
import { entryOf } from './envelope.ts'
import { type PickLimits, pickBatch, settleLanes } from './lane.ts'
import { judge } from './verdict.ts'

const ANA = '019ab0a2-5c00-7000-8000-00000000000a'
const BEN = '019ab0a2-5c00-7000-8000-00000000000b'
const ENROLLED = { epoch: 'e', next_seq: 1, next_rank: 1, tablet_id: 't01', site: 'demo' }
const LIMITS: PickLimits = { count: 50, size: 400_000, person_id: ANA, head: ENROLLED }

interface Kept {
  lane: string
  after?: string[]
  command?: CommandName
  body?: Record<string, unknown>
  person_id?: string
}

/** A queue of these, in this order; each is called by the number of its place. */
const queue = (...kept: Kept[]): Entry[] =>
  kept.map(({ command = 'move-stock', person_id = ANA, ...rest }, n) => ({
    ...entryOf({ command, ...rest } as never, {
      key: String(n),
      person_id,
      auth: 'online',
      wall: 0,
      mono_ms: 0,
      boot_id: 'boot',
      skew_ms: null,
    }),
    rank: n,
  }))
const picked = (open: readonly Entry[], limits = LIMITS) => pickBatch(open, limits).map(({ key }) => Number(key))
const rejected = (entry: Entry): Entry => ({ ...entry, state: 'rejected' })
const hold = (lane: string): Kept => ({ lane, command: 'place-hold', body: { reason: 'glass' } })
const done = (...keys: number[]) => keys.map(key => ({ key: String(key), verdict: 'done' as const, status: 200 }))
const refused = (key: number, code: ErrorCode) => ({
  key: String(key),
  verdict: 'refused' as const,
  status: 404,
  problem: { ...CODES[code], type: '', code, detail: '' },
})
const unknown = (key: number) => refused(key, 'lot_not_found')

test('a run takes a lot after what was done with it before, and what is done with it next comes after that', () => {
  const open = queue(
    { lane: 'lot:A', command: 'register-lot' },
    { lane: 'run:R', command: 'consume-lot', after: ['lot:A'] },
    { lane: 'run:R', command: 'complete-run' },
    { lane: 'lot:A' },
    { lane: 'lot:B' },
  )
  expect(picked(open)).toEqual([0, 4])
  expect(picked(open.slice(1))).toEqual([1, 2, 4])
  expect(picked(open.slice(2))).toEqual([2, 3, 4])
})

test('the label and the hold of an output come after the output', () => {
  const open = queue(
    { lane: 'run:R', command: 'produce-lot', body: { lot_code: 'OUT' } },
    { lane: 'lot:OUT', command: 'print-label' },
    hold('lot:OUT'),
  )
  expect(picked(open)).toEqual([0])
  expect(picked(open.slice(1))).toEqual([1, 2])
})

test('a lot whose registration was refused is not taken into a run, and that run waits', () => {
  const [lot, ...rest] = queue(
    { lane: 'lot:A', command: 'register-lot' },
    { lane: 'run:R', command: 'consume-lot', after: ['lot:A'] },
    { lane: 'run:R', command: 'complete-run' },
    { lane: 'run:S', command: 'complete-run' },
  )
  expect(settleLanes([rejected(lot!), ...rest]).map(({ key, state }) => [key, state])).toEqual([
    ['1', 'parked'],
    ['2', 'parked'],
  ])
})

test('what is behind an output that was refused is parked with it', () => {
  const [output, ...rest] = queue(
    { lane: 'run:R', command: 'produce-lot', body: { lot_code: 'OUT' } },
    { lane: 'lot:OUT', command: 'print-label' },
  )
  expect(settleLanes([rejected(output!), ...rest])).toMatchObject([{ key: '1', state: 'parked' }])
})

test('a lot that a run could not take is free for everything else: the gate that it lacked can be passed', () => {
  const [taken, ...rest] = queue(
    { lane: 'run:R', command: 'consume-lot', after: ['lot:A'] },
    { lane: 'lot:A', command: 'decide-gate', body: { decision: 'PASS' } },
  )
  const open = [rejected(taken!), ...rest]
  expect(settleLanes(open)).toEqual([])
  expect(picked(open)).toEqual([1])
})

test('a hold waits for nothing that fails again and again, and for nobody who has left', () => {
  const [taken, held] = queue({ lane: 'run:R', command: 'consume-lot', after: ['lot:A'] }, hold('lot:A'))
  expect(picked([taken!, held!])).toEqual([0])
  const failing = { ...taken!, problem: unknown(0).problem }
  expect(picked([failing, held!])).toEqual([0, 1])
  const away = { ...LIMITS, head: { ...ENROLLED, tablet_id: null } }
  expect(picked([{ ...taken!, person_id: BEN }, held!], away)).toEqual([1])
})

test('a hold on a lot whose registration was refused is placed as soon as that is put right', () => {
  const [lot, held] = queue({ lane: 'lot:A', command: 'register-lot' }, hold('lot:A'))
  const { entries } = judge([lot!, held!], [refused(0, 'weight_late'), unknown(1)], '')
  expect(entries).toMatchObject([
    { key: '0', state: 'rejected' },
    { key: '1', state: 'parked' },
  ])
  const [, parked] = entries
  expect(settleLanes([rejected(lot!), parked!])).toEqual([])
  expect(settleLanes([lot!, parked!])).toMatchObject([{ key: '1', state: 'queued', problem: null }])
  // Without it, nobody will ever know this lot, and a person has to hear of it.
  expect(judge([held!], [unknown(1)], '').entries).toMatchObject([{ key: '1', state: 'rejected' }])
})

test('a hold that comes to an appliance before its lot waits for it', () => {
  const open = queue({ lane: 'lot:A', command: 'register-lot' }, hold('lot:A'))
  expect(judge(open, [unknown(1)], '').entries).toMatchObject([{ key: '1', state: 'queued' }])
  expect(judge(open, [...done(0), unknown(1)], '').entries).toMatchObject([
    { key: '0', state: 'acked' },
    { key: '1', state: 'rejected' },
  ])
})
