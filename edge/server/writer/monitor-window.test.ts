import type { Reading } from '@flowviz/contract/reading'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { lot, openBox, START_MS } from './testing/box.ts'
import { approveMonitor, defineRooms, heldIn, judge, MONITOR, reading } from './testing/cold-room.ts'

const ROOMS = { 'cold-room': null, 'lane-1': 'cold-room', hall: null } as const
type Room = keyof typeof ROOMS
const LOTS = ['A', 'B', 'C', 'D', 'E']

/** Something that happens so many seconds after what happened before. */
type Step = { after_s: number } & ({ value: string | null; uncertain: boolean } | { lot: number; to: Room })

const reads = fc.record({
  // Often longer than the silence that makes an excursion begin with the last good reading.
  after_s: fc.oneof(fc.integer({ min: 1, max: 70 }), fc.integer({ min: 121, max: 200 })),
  value: fc.constantFrom('-1', '0', '0.4', '2', '2', '4.5', '4.6', '5.1', '7', '8', '9', null),
  uncertain: fc.nat(9).map(dice => dice === 0),
})
const moves = fc.record({
  after_s: fc.integer({ min: 1, max: 50 }),
  lot: fc.nat(LOTS.length - 1),
  to: fc.constantFrom<Room>('cold-room', 'lane-1', 'hall'),
})
const steps = fc.array(fc.oneof({ weight: 3, arbitrary: reads }, { weight: 2, arbitrary: moves }), {
  minLength: 1,
  maxLength: 40,
  size: 'max',
}) as fc.Arbitrary<Step[]>

interface Span {
  from: number
  to: number
}

interface Stay {
  name: string
  in: Span
}

/** Spans in which the room was in a confirmed excursion, by looking at all readings at once. */
function spansOf(readings: { s: number; value: number }[]): Span[] {
  const { duration_s, missing_s } = MONITOR
  const outside = ({ value }: { value: number }) => value < 0 || value > 5
  const settled = ({ value }: { value: number }) => value >= 0.5 && value <= 4.5
  const spans: Span[] = []
  let at = 0
  while (at < readings.length) {
    const first = readings[at]!
    const runEnd = readings.findIndex((one, index) => index >= at && !outside(one))
    const run = readings.slice(at, runEnd < 0 ? undefined : runEnd)
    const confirmed = run.findIndex(({ s }) => s - first.s >= duration_s)
    if (confirmed < 0) {
      at += run.length + 1
      continue
    }
    const end = readings.findIndex((one, index) => index > at + confirmed && settled(one))
    const before = readings[at - 1]
    const from = before !== undefined && first.s - before.s > missing_s ? before.s : first.s
    spans.push({ from, to: end < 0 ? Number.POSITIVE_INFINITY : readings[end]!.s })
    at = end < 0 ? readings.length : end + 1
  }
  return spans
}

/** Lots whose stay in the room, or in the lane inside it, overlaps one of the spans. */
function overlapping(stays: Stay[], spans: Span[]): string[] {
  const held = stays.filter(stay => spans.some(({ from, to }) => stay.in.from <= to && stay.in.to > from))
  return [...new Set(held.map(({ name }) => name))].sort()
}

/** A plant with its lots in the hall, and where each lot was when. */
function plant() {
  const box = openBox()
  defineRooms(box, ROOMS)
  approveMonitor(box)
  const ids = LOTS.map(lot_code => box.submit('register-lot', lot({ lot_code, location_id: 'hall' })).lot_id)
  const rooms = LOTS.map((): Room => 'hall')
  const stays: Stay[] = []
  return {
    box,
    stays,
    move(at: number, to: Room, s: number): void {
      if (rooms[at] === to) return
      box.act('move-stock', { params: { lot_id: ids[at]! }, body: { to_location_id: to } })
      rooms[at] = to
      const name = LOTS[at]!
      for (const stay of stays) if (stay.name === name) stay.in.to = Math.min(stay.in.to, s)
      if (to !== 'hall') stays.push({ name, in: { from: s, to: Number.POSITIVE_INFINITY } })
    },
    held: () => [...heldIn(box)].map(id => LOTS[ids.indexOf(id)]!).sort(),
  }
}

type Reads = Extract<Step, { value: unknown }>
function readingOf({ value, uncertain }: Reads, { seq, s }: { seq: number; s: number }): Reading {
  const plain = reading(seq, s, value)
  return uncertain && value !== null ? { ...plain, quality: 'uncertain', reason: 'clock_suspect' } : plain
}

/** Plays a history on a real plant; `page` null judges each reading as it comes, else all of them late, so many at once. */
function play(history: Step[], page: number | null): { held: string[]; expected: string[] } {
  const { box, stays, move, held } = plant()
  const readings: Reading[] = []
  let s = 0
  for (const step of history) {
    s += step.after_s
    box.clock.ms = START_MS + s * 1_000
    if ('lot' in step) {
      move(step.lot, step.to, s)
      continue
    }
    readings.push(readingOf(step, { seq: readings.length + 1, s }))
    if (page === null) judge(box, readings.slice(-1))
  }
  for (let at = 0; page !== null && at < readings.length; at += page)
    judge(box, readings.slice(at, at + page), { live: at + page >= readings.length, s })
  const usable = readings.filter(({ quality }) => quality === 'good')
  const spans = spansOf(usable.map(one => ({ s: secondsOf(one), value: Number(one.value) })))
  const result = { held: held(), expected: overlapping(stays, spans) }
  box.engine.close()
  return result
}

const secondsOf = ({ received_at }: Reading) => (Date.parse(received_at) - START_MS) / 1_000

test('exactly those are held whose stay in the room overlaps an excursion', () => {
  fc.assert(
    fc.property(steps, history => {
      const { held, expected } = play(history, null)
      expect(held).toEqual(expected)
    }),
    { numRuns: 60 },
  )
}, 60_000)

test('exactly the same are held when all readings are judged late, page by page', () => {
  fc.assert(
    fc.property(steps, fc.integer({ min: 1, max: 9 }), (history, page) => {
      const { held, expected } = play(history, page)
      expect(held).toEqual(expected)
    }),
    { numRuns: 60 },
  )
}, 60_000)
