import type { CommandBody, CommandName, CommandParams } from '@flowviz/contract/command'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { plantStore } from '../../store/plant-store.ts'
import { rebuildProjections } from '../../store/rebuild.ts'
import { stockReader } from '../../store/stock-reader.ts'
import type { Box } from '../testing/box.ts'
import { openDock, PAPERS, receipt } from '../testing/dock.ts'

const PLACES = ['receiving', 'cold-room', 'lane', 'quarantine'] as const
const CAPACITY_MG = 60_000_000
const CAPACITY_LOTS = 4

/** What a person tries next; names are picked from what is there when their turn comes. */
interface Step {
  what: (typeof WHATS)[number]
  a: number
  b: number
  place: (typeof PLACES)[number]
  kg: number
  pieces: number | undefined
}
const WHATS = [
  'register',
  'receive',
  'split',
  'merge',
  'rework',
  'move',
  'move',
  'count',
  'waste',
  'hold',
  'pass',
  'pack',
  'unpack',
  'move-hu',
  'pick',
  'pick-hu',
  'ship',
  'return',
  'return',
] as const

const step: fc.Arbitrary<Step> = fc.record({
  what: fc.constantFrom(...WHATS),
  a: fc.nat(50),
  b: fc.nat(50),
  place: fc.constantFrom(...PLACES),
  kg: fc.integer({ min: 1, max: 40 }),
  pieces: fc.option(fc.integer({ min: 1, max: 6 }), { nil: undefined }),
})

type Room = ReturnType<typeof openDock>
type Said<C extends CommandName> = { params?: CommandParams<C>; body: CommandBody<C> }

/** Does one step, whether it is done or refused; a refusal leaves no trace, which `refused` looks at. */
function walker(room: Room) {
  const { box } = room
  const db = box.engine.db
  const ids = (sql: string) => db.prepare<[], string>(sql).pluck().all()
  const pick = (list: string[], at: number) => list[at % Math.max(list.length, 1)] ?? 'none'
  const lots = () => ids('SELECT lot_code FROM lot ORDER BY lot_key')
  const records = (kind: string) => ids(`SELECT id FROM record WHERE kind = '${kind}' ORDER BY at`)
  const attempt = <C extends CommandName>(name: C, said: Said<C>): void => {
    const { seq } = box.engine.head()
    try {
      box.act(name, said)
    } catch (error) {
      if ((error as { code?: string }).code === undefined || (error as { code: string }).code === 'internal')
        throw error
      expect(box.engine.head().seq).toBe(seq)
    }
  }
  const steps: { [W in Step['what']]: (step: Step, lot_id: string) => void } = {
    register: ({ kg, pieces }) => room.lot({ weight_kg: kg, lot_type: 'FG', ...(pieces ? { count: pieces } : {}) }),
    receive: ({ kg, place }) =>
      attempt('receive-goods', receipt([{ item_id: 'beef', weight_kg: kg }], { location_id: place })),
    split: ({ kg, pieces, a }, lot_id) => {
      const part = { weight_kg: kg, ...(pieces ? { count: pieces } : {}) }
      attempt('split-lot', { params: { lot_id }, body: { parts: a % 2 ? [part] : [part, part] } })
    },
    merge: ({ b, place }, lot_id) => {
      const sources = [{ lot_id }, { lot_id: pick(lots(), b) }]
      attempt('merge-lots', { body: { sources, location_id: place, reason: 'one vat' } })
    },
    rework: ({ kg, pieces, place }, lot_id) =>
      attempt('rework-lot', {
        params: { lot_id },
        body: { weight_kg: kg, to_location_id: place, ...(pieces ? { count: pieces } : {}) },
      }),
    move: ({ kg, pieces, place, a, b }, lot_id) =>
      attempt('move-stock', {
        params: { lot_id },
        body: {
          to_location_id: place,
          ...(a % 3 ? { weight_kg: kg, ...(pieces ? { count: pieces } : {}) } : {}),
          ...(b % 2 ? { from_location_id: PLACES[b % 4]! } : {}),
          ...(b % 3 ? { reason: 'in the way' } : {}),
        },
      }),
    count: ({ kg, pieces, place, a }, lot_id) =>
      attempt('adjust-stock', {
        params: { lot_id },
        // What is found in the lane is found there; how full it may get is a matter of moves.
        body: {
          cause: 'count',
          location_id: place === 'lane' ? 'receiving' : place,
          counted_kg: a % 4 ? kg : 0,
          ...(pieces ? { counted: pieces } : {}),
          reason: 'monthly count',
        },
      }),
    waste: ({ kg, pieces, place }, lot_id) =>
      attempt('adjust-stock', {
        params: { lot_id },
        body: {
          cause: 'waste',
          location_id: place,
          weight_kg: kg,
          ...(pieces ? { count: pieces } : {}),
          reason: 'fell down',
        },
      }),
    hold: ({ a }, lot_id) => {
      if (a % 5 === 0) attempt('place-hold', { body: { lot_ids: [lot_id], reason: 'glass in the line' } })
    },
    pass: (_, lot_id) => {
      const lot = plantStore(db).lots.byCode(lot_id)
      if (lot !== null && lot.status === 'PENDING_QC') room.pass(lot as never, 7)
    },
    pack: ({ kg, pieces, b }, lot_id) =>
      attempt('pack-hu', {
        params: { hu_id: pick(records('hu'), b) },
        body: { lines: [{ lot_id, weight_kg: kg, ...(pieces ? { count: pieces } : {}) }] },
      }),
    unpack: ({ b }) => attempt('unpack-hu', { params: { hu_id: pick(records('hu'), b) }, body: {} }),
    'move-hu': ({ b, place }) =>
      attempt('move-hu', {
        params: { hu_id: pick(records('hu'), b) },
        body: { to_location_id: place, reason: 'in the way' },
      }),
    pick: ({ kg, pieces, b, a }, lot_id) =>
      attempt('pick-shipment', {
        params: { shipment_id: pick(records('shipment'), b) },
        body: {
          lot_id,
          reason: 'in the way',
          ...(a % 2 ? { weight_kg: kg, ...(pieces ? { count: pieces } : {}) } : {}),
        },
      }),
    'pick-hu': ({ a, b }) =>
      attempt('pick-shipment', {
        params: { shipment_id: pick(records('shipment'), b) },
        body: { hu_id: pick(records('hu'), a), reason: 'in the way' },
      }),
    ship: ({ b }) => {
      const params = { shipment_id: pick(records('shipment'), b) }
      attempt('stage-shipment', { params, body: {} })
      attempt('ship-shipment', { params, body: { documents: PAPERS } })
    },
    return: ({ kg, pieces, b }, lot_id) =>
      attempt('return-goods', {
        params: { shipment_id: pick(records('shipment'), b) },
        body: {
          lot_id,
          weight_kg: kg,
          location_id: 'quarantine',
          reason: 'arrived warm',
          ...(pieces ? { count: pieces } : {}),
        },
      }),
  }
  return (one: Step) => steps[one.what](one, pick(lots(), one.a))
}

/** Invariants 3 and 4 of the plant, by counting everything. */
function requireSoundPlant(box: Box): void {
  const { db } = box.engine
  const store = plantStore(db)
  const reader = stockReader(db, store)
  const all = db.prepare<[], { lot_key: number; lot_code: string }>('SELECT lot_key, lot_code FROM lot').all()
  for (const { lot_key, lot_code } of all) {
    const book = reader.postings(lot_code, { after: { seq: 0, n: 0 }, limit: 500 })!
    expect(book).toMatchObject({ balanced: true, next: null })
    expect(book.on_hand_mg).toBeGreaterThanOrEqual(0)
    for (const { account, in_mg, out_mg } of book.accounts)
      if (account.startsWith('customer:')) expect(in_mg).toBeGreaterThanOrEqual(out_mg)
    for (const { dst } of store.links.from(lot_key)) expect(store.links.descends(lot_key, dst)).toBe(false)
    requirePieces(lot_code, { book, store, box })
  }
  expect(store.stock.filled('lane').weight_mg).toBeLessThanOrEqual(CAPACITY_MG)
  expect(store.stock.filled('lane').lots).toBeLessThanOrEqual(CAPACITY_LOTS)
}

/** Pieces of a counted lot neither appear nor vanish either. */
function requirePieces(
  code: string,
  given: {
    book: { postings: { from: string; to: string; count: number | null }[] }
    store: ReturnType<typeof plantStore>
    box: Box
  },
): void {
  const { book, store } = given
  const { seq, lot_key } = store.lots.byCode(code)!
  const registered = JSON.parse(store.ledger.row(seq)!.body).data.more.count as number | null
  const rows = store.stock.ofLot(lot_key)
  if (registered === null) return
  const isInside = (account: string) => account.startsWith('location:')
  const moved = book.postings.reduce(
    (sum, { from, to, count }) => sum + (count ?? 0) * (Number(isInside(to)) - Number(isInside(from))),
    registered,
  )
  expect(rows.reduce((sum, { count }) => sum + (count ?? 0), 0)).toBe(moved)
}

test('whatever people do with stock, none appears or vanishes, no lane overflows, and the tables are the replay of the ledger', () => {
  const seen = new Map<string, number>()
  fc.assert(
    fc.property(fc.array(step, { minLength: 60, maxLength: 140, size: 'max' }), steps => {
      const room = openDock()
      room.place('lane', { capacity_kg: '60', capacity_lots: CAPACITY_LOTS, discipline: 'fifo' })
      for (const location_id of ['receiving', 'lane'])
        room.box.act('create-hu', { body: { kind: 'pallet', location_id } })
      for (let at = 0; at < 3; at += 1)
        room.box.act('plan-shipment', { body: { customer_id: 'shop', ship_to: 'Shop, Hamburg' } })
      for (let at = 0; at < 4; at += 1)
        room.pass(room.lot({ weight_kg: '60', lot_type: 'FG', ...(at === 0 ? { count: 12 } : {}) }), 7)
      const walk = walker(room)
      for (const one of steps) walk(one)
      requireSoundPlant(room.box)
      expect(rebuildProjections(room.box.engine.db).differences).toEqual([])
      const types = room.box.engine.db.prepare("SELECT body ->> '$.type' FROM ledger").pluck().all() as string[]
      for (const type of types) seen.set(type, (seen.get(type) ?? 0) + 1)
      room.box.engine.close()
    }),
    { numRuns: 20 },
  )
  // A property over refusals alone would show nothing.
  for (const type of [
    'lot.split',
    'lot.merged',
    'lot.reworked',
    'stock.moved',
    'stock.adjusted',
    'hu.packed',
    'hu.moved',
  ])
    expect(seen.get(type) ?? 0).toBeGreaterThan(0)
}, 120_000)
