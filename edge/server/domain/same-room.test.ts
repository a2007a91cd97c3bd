import fc from 'fast-check'
import { expect, test } from 'vitest'
import { lotsBeside, type Stay, type Stays, stoodTogether } from './same-room.ts'

const at = (hour: number) => new Date(Date.UTC(2026, 10, 23, hour)).toISOString()
const stay = (lot_key: number, location_id: string, [since, until]: [number, number | null]): Stay => ({
  lot_key,
  location_id,
  since: at(since),
  until: until === null ? null : at(until),
})

/** A plant whose racks stand in a chamber of the cold store. */
function plant(all: Stay[]): Stays {
  const inside = ({ since, until }: Stay, from: string, to: string) => since < to && (until === null || until > from)
  return {
    ofLots: lots => all.filter(({ lot_key }) => lots.includes(lot_key)),
    inPlace: (place, { from, to, limit }) =>
      all.filter(one => one.location_id === place && inside(one, from, to)).slice(0, limit),
    parents: () =>
      new Map([
        ['rack-1', 'chamber'],
        ['rack-2', 'chamber'],
        ['chamber', 'cold-store'],
      ]),
  }
}
const beside = (all: Stay[], now = 12) =>
  stoodTogether([1], Date.parse(at(now)), plant(all)).map(({ lot_key, room_id, from, until }) => ({
    lot_key,
    room_id,
    from: new Date(from).getUTCHours(),
    until: until === null ? null : new Date(until).getUTCHours(),
  }))

test('what stands in another rack of the same cold store stands in the same room', () => {
  const all = [stay(1, 'rack-1', [1, 5]), stay(2, 'rack-2', [4, 9]), stay(3, 'dock', [1, 9])]
  expect(beside(all)).toEqual([{ lot_key: 2, room_id: 'cold-store', from: 4, until: 5 }])
})

test('who came when the other one had left did not stand beside it, however often both were there', () => {
  const all = [stay(1, 'dock', [1, 2]), stay(1, 'dock', [6, 7]), stay(2, 'dock', [2, 6]), stay(3, 'dock', [7, null])]
  expect(beside(all)).toEqual([])
})

test('what still stands there stands together whatever the clock says, and has no end', () => {
  const all = [stay(1, 'dock', [5, null]), stay(2, 'dock', [5, null]), stay(3, 'dock', [6, null])]
  for (const now of [4, 5, 12])
    expect(beside(all, now)).toEqual([
      { lot_key: 2, room_id: 'dock', from: 5, until: null },
      { lot_key: 3, room_id: 'dock', from: 6, until: null },
    ])
})

test('who stood beside them is the same whether asked pair by pair, or only by name, and by whoever looks at each pair', () => {
  const span = fc.tuple(fc.integer({ min: 0, max: 9 }), fc.option(fc.integer({ min: 1, max: 9 }), { nil: null }))
  const place = fc.constantFrom('rack-1', 'rack-2', 'cold-store', 'dock')
  const some = fc.array(fc.tuple(fc.integer({ min: 1, max: 8 }), place, span), { maxLength: 20 })
  const roomOf = (one: Stay) => (one.location_id === 'dock' ? 'dock' : 'cold-store')
  const over = (a: Stay, b: Stay) => a.until === null || a.until > b.since
  let met = 0
  fc.assert(
    fc.property(some, rows => {
      const all = rows.map(([lot, where, [since, for_h]]) =>
        stay(lot, where, [since, for_h === null ? null : since + for_h]),
      )
      const mine = all.filter(({ lot_key }) => lot_key <= 2)
      const others = all.filter(({ lot_key }) => lot_key > 2)
      const truth = others.filter(other =>
        mine.some(one => roomOf(one) === roomOf(other) && over(one, other) && over(other, one)),
      )
      const keys = new Set(truth.map(({ lot_key }) => lot_key))
      expect(lotsBeside([1, 2], plant(all))).toEqual(keys)
      const found = stoodTogether([1, 2], Date.parse(at(20)), plant(all))
      expect(new Set(found.map(({ lot_key }) => lot_key))).toEqual(keys)
      met += keys.size
    }),
  )
  expect(met).toBeGreaterThan(20)
})
