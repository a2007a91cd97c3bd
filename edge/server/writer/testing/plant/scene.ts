import type { RecordKind } from '@flowviz/contract/change'
import type { CommandBody, CommandName, CommandParams } from '@flowviz/contract/command'
import { decimalOf } from '@flowviz/contract/decimal'
import type { LotPlace } from '../../../store/lot-store.ts'
import type { PlantStore } from '../../../store/plant-store.ts'
import type { StoredRecord } from '../../../store/record-store.ts'
import type { RunBody } from '../../../store/run-record.ts'
import type { Dice } from './dice.ts'

/** What somebody in the plant sees who is about to do something. */
export interface Scene {
  dice: Dice
  store: PlantStore
  /** Ids of all lots, the oldest first. */
  lot_ids: readonly string[]
  now_ms: number
  /** Ledger number of the newest row. */
  seq: number
}

/** A command that somebody gives. */
export interface Said {
  name: CommandName
  params: Record<string, unknown>
  body: Record<string, unknown>
}
/** What comes to somebody's mind; null where there is nothing to do it with. */
export type Idea = (scene: Scene) => Said | null

export const say = <C extends CommandName>(
  name: C,
  given: { params?: CommandParams<C>; body: CommandBody<C> },
): Said => ({ name, params: (given.params ?? {}) as Said['params'], body: given.body as Said['body'] })

export const NOBODY = '019ab0a2-5c00-7000-8000-0000000009ff'
const DAY_MS = 86_400_000
/** How often somebody takes whatever is at hand, fit or not. */
export const CARELESS = 10
/** How many lots somebody has in view. */
const NEAR = 40

export const dayOf = ({ now_ms }: Scene, days: number): string =>
  new Date(now_ms + days * DAY_MS).toISOString().slice(0, 10)
export const momentOf = ({ now_ms }: Scene, minutes: number): string =>
  new Date(now_ms + minutes * 60_000).toISOString()

/** One of the newer lots that fit; now and then whatever lot is at hand. */
export function lotThat(scene: Scene, fits: (lot: LotPlace) => boolean): LotPlace | null {
  const { dice, store, lot_ids } = scene
  if (dice.chance(CARELESS)) return store.lots.byId(dice.recent(lot_ids) ?? NOBODY)
  const near = lot_ids.slice(-NEAR).flatMap(id => store.lots.byId(id) ?? [])
  return dice.recent(near.filter(fits)) ?? null
}

/** A record of a kind that fits. */
export function recordThat(
  { dice, store }: Scene,
  kind: RecordKind,
  fits: (record: StoredRecord) => boolean = () => true,
): StoredRecord | null {
  const all = store.records.page({ kind, limit: 200 }).reverse()
  const careless = dice.chance(CARELESS)
  return dice.recent(careless ? all : all.filter(fits)) ?? null
}

export const runThat = (scene: Scene, fits: (run: RunBody) => boolean): RunBody | null =>
  (recordThat(scene, 'run', ({ body }) => fits(body as unknown as RunBody))?.body as RunBody | undefined) ?? null

export const stands =
  ({ store }: Scene) =>
  ({ lot_key }: LotPlace): boolean =>
    store.stock.onHandMg(lot_key) > 0

/** A lot that nothing speaks against, as far as one sees. */
export const sound =
  (scene: Scene) =>
  (lot: LotPlace): boolean =>
    lot.holds === 0 && (lot.status === 'AVAILABLE' || lot.status === 'PENDING_QC') && stands(scene)(lot)

/** All of a stock, a part of it, or now and then too much, as a person says it. */
export function partOf(
  { dice }: Pick<Scene, 'dice'>,
  { weight_mg, count }: { weight_mg: number; count: number | null },
): { weight_kg: string; count?: number } {
  const whole = dice.chance(25)
  const part = dice.chance(4) ? weight_mg + 1_000_000 : Math.max(1, Math.floor((weight_mg * (1 + dice.below(9))) / 10))
  const weight_kg = decimalOf(whole ? weight_mg : part, 6)
  if (count === null || count === 0 || dice.chance(8)) return { weight_kg }
  const pieces = Math.floor((count * part) / weight_mg)
  return { weight_kg, count: whole ? count : Math.min(Math.max(1, pieces), count + 1) }
}

/** The loose stock of a lot in one of its places. */
export function spotOf({ dice, store }: Scene, { lot_key }: LotPlace) {
  return dice.recent(store.stock.ofLot(lot_key).filter(({ hu_id }) => hu_id === '')) ?? null
}

export const PLACES = ['receiving', 'cold-room', 'lane-fifo', 'lane-fefo', 'small', 'quarantine', 'dispatch'] as const
export const placeIn = ({ dice }: Scene): string => dice.one<string>(...PLACES, 'cold-room', 'dispatch', 'closed')
