import type { LotType } from '@flowviz/contract/lot-word'
import { CAPTURED } from '../captured.ts'
import { ITEMS } from './furnish.ts'
import {
  dayOf,
  type Idea,
  lotThat,
  NOBODY,
  partOf,
  placeIn,
  recordThat,
  type Scene,
  say,
  sound,
  spotOf,
  stands,
} from './scene.ts'

const CODES = ['A-1', 'A-2', 'B-1', 'KIE-261123-L1-0003'] as const
const kgOf = ({ dice }: Scene): string => dice.one('12.5', '40', '60', '100', '0.000001', '7.25')

/** A weight as it is said: by hand, by the scale, or not at all. */
export const weighing = (scene: Scene, weight_kg = kgOf(scene)) =>
  scene.dice.chance(15)
    ? { scale_id: CAPTURED.scale_id }
    : scene.dice.chance(3)
      ? {}
      : { weight_kg: scene.dice.chance(3) ? '0' : weight_kg }

const datesOf = (scene: Scene) => {
  const { dice } = scene
  return dice.chance(40) ? { expires_on: dayOf(scene, dice.below(4) - (dice.chance(10) ? 3 : 0)) } : {}
}

const register: Idea = scene => {
  const { dice } = scene
  const item_id = dice.one(...(Object.keys(ITEMS) as [string, ...string[]]), 'beef', 'beef', 'pasta', 'pasta', 'stew')
  const { lot_type } = ITEMS[item_id]!
  return say('register-lot', {
    body: {
      lot_type: dice.chance(3) ? dice.one<LotType>('RAW', 'WIP', 'REWORK') : lot_type,
      ...weighing(scene),
      ...(dice.chance(85) ? { item_id } : {}),
      ...(dice.chance(60) ? { line: dice.one('L1', 'L2') } : {}),
      ...(dice.chance(60) ? { location_id: placeIn(scene) } : {}),
      ...(dice.chance(25) ? { count: 1 + dice.below(30) } : {}),
      ...(dice.chance(10) ? { lot_code: dice.one(...CODES) } : {}),
      ...(dice.chance(15) ? { supplier: 'Farm', supplier_lot_code: dice.one('F-1', 'F-2') } : {}),
      ...(dice.chance(5) ? { allergens: ['milk' as const] } : {}),
      ...datesOf(scene),
    },
  })
}

const receive: Idea = scene => {
  const { dice } = scene
  const line = () => ({
    item_id: dice.one('beef', 'pasta', 'nuts', 'trays'),
    ...(dice.chance(97) ? { weight_kg: kgOf(scene) } : {}),
    ...(dice.chance(80) ? { supplier_lot_code: dice.one('F-1', 'F-2'), supplier_tlc_source: 'Farm, Leeds' } : {}),
    ...(dice.chance(30) ? { count: 1 + dice.below(20) } : {}),
    ...datesOf(scene),
  })
  return say('receive-goods', {
    body: {
      supplier_id: dice.one('farm', 'farm', 'farm', 'stranger', 'shop', 'nobody'),
      previous_source: 'Farm, Leeds',
      documents: dice.chance(90) ? [{ type: 'bol', number: `B-${dice.below(100)}` }] : [],
      ...(dice.chance(40) ? { location_id: placeIn(scene) } : {}),
      ...(dice.chance(20) ? { carrier_id: dice.one('truck', 'farm') } : {}),
      lines: Array.from({ length: 1 + dice.below(3) }, line),
    },
  })
}

const split: Idea = scene => {
  const { dice } = scene
  const lot = lotThat(scene, stands(scene))
  const spot = lot === null ? null : spotOf(scene, lot)
  if (lot === null || spot === null) return null
  const half = { weight_mg: Math.ceil(spot.weight_mg / 2), count: spot.count === null ? null : spot.count >> 1 }
  const code = dice.chance(6) ? { lot_code: dice.one(...CODES) } : {}
  const parts = dice.chance(50) ? [{ ...partOf(scene, half), ...code }, partOf(scene, half)] : [partOf(scene, spot)]
  const { location_id } = spot
  return say('split-lot', {
    params: { lot_id: lot.lot_id },
    body: { parts, ...(dice.chance(70) ? { location_id } : {}) },
  })
}

const merge: Idea = scene => {
  const { dice } = scene
  const first = lotThat(scene, sound(scene))
  const second = lotThat(
    scene,
    lot => sound(scene)(lot) && lot.lot_key !== first?.lot_key && lot.item_id === first?.item_id,
  )
  if (first === null || second === null) return null
  const spot = spotOf(scene, first)
  const sources = [first, second].map(({ lot_id }) => ({ lot_id }))
  const location = spot !== null && dice.chance(70) ? { location_id: spot.location_id } : {}
  return say('merge-lots', { body: { sources, reason: 'Two rests.', ...location } })
}

const rework: Idea = scene => {
  const { dice } = scene
  const lot = lotThat(scene, one => stands(scene)(one) && (one.status === 'REWORK_ONLY' || sound(scene)(one)))
  const spot = lot === null ? null : spotOf(scene, lot)
  if (lot === null || spot === null) return null
  const body = { ...partOf(scene, spot), ...(dice.chance(60) ? { location_id: spot.location_id } : {}) }
  const to = dice.chance(20) ? { to_location_id: placeIn(scene) } : {}
  return say('rework-lot', { params: { lot_id: lot.lot_id }, body: { ...body, ...to } })
}

const move: Idea = scene => {
  const { dice } = scene
  const lot = lotThat(scene, stands(scene))
  const spot = lot === null ? null : spotOf(scene, lot)
  if (lot === null || spot === null) return null
  return say('move-stock', {
    params: { lot_id: lot.lot_id },
    body: {
      to_location_id: placeIn(scene),
      ...(dice.chance(70) ? { from_location_id: spot.location_id } : {}),
      ...(dice.chance(50) ? partOf(scene, spot) : {}),
      ...(dice.chance(60) ? { reason: 'Room is needed.' } : {}),
    },
  })
}

const adjust: Idea = scene => {
  const { dice } = scene
  const lot = lotThat(scene, stands(scene))
  if (lot === null) return null
  const spot = spotOf(scene, lot)
  const location_id = spot?.location_id ?? 'receiving'
  const cause = dice.one('count', 'waste', 'sample', 'loss')
  const there = spot ?? { weight_mg: 1_000_000, count: null }
  const { weight_kg, count } = partOf(scene, there)
  const found = dice.chance(20) ? '0' : dice.chance(30) ? '61.5' : weight_kg
  const pieces = there.count === null && !dice.chance(10) ? {} : { counted: dice.below(30) }
  const said =
    cause === 'count' ? { counted_kg: found, ...pieces } : { weight_kg, ...(count === undefined ? {} : { count }) }
  return say('adjust-stock', {
    params: { lot_id: lot.lot_id },
    body: { cause, location_id, reason: 'Counted.', ...said },
  })
}

const link: Idea = scene => {
  const { dice } = scene
  const source = lotThat(scene, sound(scene))
  const lot = lotThat(scene, () => true)
  if (source === null || lot === null) return null
  const spot = spotOf(scene, source) ?? { weight_mg: 1_000_000, count: null }
  return say('link-lot', {
    params: { lot_id: dice.chance(2) ? NOBODY : lot.lot_id },
    body: { source_lot_id: source.lot_id, ...partOf(scene, spot) },
  })
}

const voidLot: Idea = scene => {
  const lot = lotThat(scene, ({ lot_key, weight_mg }) => scene.store.stock.onHandMg(lot_key) === weight_mg)
  return lot === null ? null : say('void-lot', { params: { lot_id: lot.lot_id }, body: {} })
}

/** What was registered a moment ago and nobody has touched, as far as one remembers. */
const undo: Idea = scene => {
  const lot = scene.store.lots.byId(scene.dice.recent(scene.lot_ids.slice(-3)) ?? NOBODY)
  return lot === null ? null : say('undo-lot', { params: { lot_id: lot.lot_id }, body: {} })
}

/** The next of the block, or one with a right or a wrong check digit; few of them, so that one is met again. */
const ssccOf = ({ dice }: Scene): string =>
  dice.one('next', 'next', '340123450000000017', '340123450000000024', '340123450000000011')

const createHu: Idea = scene =>
  say('create-hu', {
    body: {
      kind: scene.dice.one('pallet', 'crate'),
      location_id: placeIn(scene),
      ...(scene.dice.chance(70) ? { sscc: ssccOf(scene) } : {}),
    },
  })

const inUse = (scene: Scene) => recordThat(scene, 'hu', ({ state }) => state === 'ACTIVE')

const packHu: Idea = scene => {
  const hu = inUse(scene)
  const place = hu?.body.location_id
  const lot = lotThat(scene, one => sound(scene)(one) && spotOf(scene, one)?.location_id === place)
  const spot = lot === null ? null : spotOf(scene, lot)
  if (hu === null || lot === null || spot === null) return null
  return say('pack-hu', { params: { hu_id: hu.id }, body: { lines: [{ lot_id: lot.lot_id, ...partOf(scene, spot) }] } })
}

const unpackHu: Idea = scene => {
  const hu = inUse(scene)
  if (hu === null) return null
  const [row] = scene.store.stock.inHu(String(hu.body.location_id), hu.id)
  const lot = row === undefined ? null : scene.store.lots.byKey(row.lot_key)
  const lines =
    row === undefined || lot === null || scene.dice.chance(50)
      ? {}
      : { lines: [{ lot_id: lot.lot_id, ...partOf(scene, row) }] }
  return say('unpack-hu', { params: { hu_id: hu.id }, body: lines })
}

const moveHu: Idea = scene => {
  const hu = inUse(scene)
  if (hu === null) return null
  const reason = scene.dice.chance(60) ? { reason: 'Room is needed.' } : {}
  return say('move-hu', { params: { hu_id: hu.id }, body: { to_location_id: placeIn(scene), ...reason } })
}

export const LOT_IDEAS: readonly (readonly [weight: number, Idea])[] = [
  [14, register],
  [8, receive],
  [4, split],
  [3, merge],
  [3, rework],
  [6, move],
  [3, adjust],
  [2, link],
  [2, voidLot],
  [3, undo],
  [2, createHu],
  [4, packHu],
  [3, unpackHu],
  [2, moveHu],
]
