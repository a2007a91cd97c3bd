import { type BoardGate, type BoardLot, type BoardPlace, PLACE_LOTS_MAX, PLACES_MAX } from '@flowviz/contract/board'
import { decimalOf } from '@flowviz/contract/decimal'
import { gateAwaitedLast, gateBeforeStart } from '@flowviz/contract/gate-need'
import { inTurn, type Waiting } from '@flowviz/contract/lane'
import { shownStatus } from '@flowviz/contract/lot-status'
import type { Item } from '@flowviz/contract/plant/item'
import type { Location } from '@flowviz/contract/plant/location'
import type { QcPlan } from '@flowviz/contract/plant/qc-plan'
import { timestampOf } from '@flowviz/contract/time'
import { type GateQueue, gateQueue, isHeld, nearDay, type Urgent } from '../domain/board-gate.ts'
import { type Rooms, roomsOf } from '../domain/board-room.ts'
import { type BoardStore, boardStore, type HouseLot, type Standing } from '../store/board-store.ts'
import { registrationIn } from '../store/lot-row.ts'
import { watchedMonitors } from '../store/monitor-record.ts'
import type { Sqlite } from '../store/open.ts'
import { currentPlan, planOf, settingsOf } from '../store/plan-record.ts'
import { type PlantStore, plantStore } from '../store/plant-store.ts'
import type { RunBody } from '../store/run-record.ts'
import type { Sight } from './sight.ts'

/** `now`: ms since 1970. */
export interface BoardQuestion {
  now: number
}

type Planned = Pick<HouseLot, 'plan_id' | 'plan_version'>
/** A lot in the house, judged. */
type Placed = Waiting & Urgent & { lot: HouseLot; location_id: string }
/** The same as it stands in one place. */
type Here = Placed & { here_mg: number }

type Store = PlantStore & { board: BoardStore }
const prepared = new WeakMap<Sqlite, Store>()
function storeOf(db: Sqlite): Store {
  const store = prepared.get(db) ?? { ...plantStore(db), board: boardStore(db) }
  prepared.set(db, store)
  return store
}

/** Lots that are looked at before the thread turns to other questions. */
const STEP_LOTS = 1_000

/** The board (contract/board.ts) as one JSON document, of one moment. */
export function* boardAnswer({ now }: BoardQuestion, { db }: Sight): Generator<string> {
  const store = storeOf(db)
  const rooms = roomsOf(currentMonitors(store), store.stays.parents())
  const locations = shownLocations(store)
  const gates = gateQueues(store, nearDay(now))
  const inside = new Map<string, Here[]>(locations.map(({ location_id }) => [location_id, []]))
  const judge = judgeOf(rooms, store.board.heldTooWarm())
  let looked = 0
  for (const lot of store.board.standing()) {
    const placed = judge(lot)
    gates.of(lot)?.add(placed)
    for (const { location_id, weight_mg, since, since_seq } of lot.places)
      inside.get(location_id)?.push({ ...placed, since, since_seq, here_mg: weight_mg })
    looked += 1
    if (looked % STEP_LOTS === 0) yield ''
  }
  for (const run of runsBeforeStart(store)) gates.ofRun(run)?.addRun()
  const show = lotViewer(store)
  const seq = store.ledger.state()?.seq ?? 0
  yield `{"as_of":${JSON.stringify(timestampOf(now))},"seq":${seq},"gates":[`
  let before = ''
  for (const queue of gates.shown()) {
    const { counted, lots } = queue.view()
    yield `${before}${JSON.stringify({ ...counted, lots: lots.map(show) } satisfies BoardGate)}`
    before = ','
  }
  yield '],"places":['
  before = ''
  for (const location of locations.slice(0, PLACES_MAX)) {
    yield `${before}${JSON.stringify(placeView(location, inside.get(location.location_id)!, { rooms, show }))}`
    before = ','
  }
  yield `],"more_places":${Math.max(0, locations.length - PLACES_MAX)}}`
}

const currentMonitors = (store: Store) =>
  watchedMonitors(store).flatMap(({ versions, state }) => {
    const monitor = versions.at(-1)?.monitor
    return monitor === undefined || monitor.active === false ? [] : [{ monitor, state }]
  })

/** The lanes by id, then the rooms. */
function shownLocations({ records }: Store): Location[] {
  return records
    .page({ kind: 'location', limit: Number.MAX_SAFE_INTEGER })
    .map(({ body }) => body.location as Location)
    .filter(({ kind, active }) => active !== false && (kind === 'lane' || kind === 'storage'))
    .sort((a, b) => (a.kind === b.kind ? (a.location_id < b.location_id ? -1 : 1) : a.kind === 'lane' ? -1 : 1))
}

/** What a lot is on the board, wherever it is shown. */
function judgeOf(rooms: Rooms, heldTooWarm: ReadonlySet<number>): (lot: HouseLot) => Placed {
  const isWarm = ({ location_id }: Standing) => rooms.temperature(location_id)?.state === 'too_warm'
  return lot => {
    const { lot_id, lot_code, expires_on, places } = lot
    // There is at least one place.
    const most = places.reduce((a, b) => (b.weight_mg > a.weight_mg ? b : a))
    const first = places.reduce((a, b) => (b.since_seq < a.since_seq ? b : a))
    return {
      lot,
      lot_id,
      lot_code,
      expires_on,
      shown: shownStatus(lot.status, lot.holds),
      location_id: most.location_id,
      since: first.since,
      since_seq: first.since_seq,
      on_hand_mg: places.reduce((sum, { weight_mg }) => sum + weight_mg, 0),
      too_warm: heldTooWarm.has(lot.lot_key) || places.some(isWarm),
    }
  }
}

/** Runs whose line is being made ready. */
const runsBeforeStart = ({ records }: Store): RunBody[] =>
  records
    .page({ kind: 'run', state: 'PRE_OP', limit: Number.MAX_SAFE_INTEGER })
    .map(({ body }) => body as unknown as RunBody)

/** The gates of the site's plan, and those of other plans once something waits there. */
function gateQueues(store: Store, near: string) {
  const queues = new Map<string, GateQueue<Placed>>()
  const plans = new Map<string, QcPlan>()
  const lasts = new Map<string, number>()
  const add = (plan_id: string, gate: QcPlan['gates'][0]) => {
    const queue = queues.get(`${plan_id}/${gate.gate_no}`) ?? gateQueue<Placed>(gate, plan_id, near)
    queues.set(`${plan_id}/${gate.gate_no}`, queue)
    return queue
  }
  const own = currentPlan(settingsOf(store).plan_id, store).plan
  for (const gate of own.gates) add(own.plan_id, gate)
  const versionOf = ({ plan_id, plan_version }: Planned) => `${plan_id}@${plan_version}`
  const planFor = (of: Planned) => {
    const key = versionOf(of)
    const plan = plans.get(key) ?? planOf(of, store).plan
    plans.set(key, plan)
    return plan
  }
  const lastFor = (lot: HouseLot) => {
    const key = `${versionOf(lot)}/${lot.lot_type}`
    const last = lasts.get(key) ?? gateAwaitedLast(planFor(lot), lot.lot_type)
    lasts.set(key, last)
    return last
  }
  return {
    /** Null for a lot that waits at no gate: it may be used, whatever its plan says of what is made of it. */
    of(lot: HouseLot): GateQueue<Placed> | null {
      if (lot.gate_passed >= lastFor(lot)) return null
      const plan = planFor(lot)
      const gate = plan.gates[lot.gate_passed]
      return gate === undefined ? null : add(plan.plan_id, gate)
    },
    /** Null for a run whose line was checked. */
    ofRun(run: RunBody): GateQueue<Placed> | null {
      const plan = planFor(run)
      const gate = gateBeforeStart(plan, run)
      return gate === null ? null : add(plan.plan_id, gate)
    },
    shown: () => queues.values(),
  }
}

function lotViewer({ ledger, records }: Store): (placed: Placed) => BoardLot {
  const products = new Map<number, string | null>()
  const titles = new Map<string, string | null>()
  const titleOf = (id: string) => {
    const title = titles.get(id) ?? (records.get('item', id)?.body.item as Item | undefined)?.title ?? null
    titles.set(id, title)
    return title
  }
  const productOf = ({ seq, item_id }: HouseLot) => {
    const known = products.get(seq)
    if (known !== undefined) return known
    const said = registrationIn(ledger.row(seq)!.body).data.product
    const product = said ?? (item_id === null ? null : titleOf(item_id))
    products.set(seq, product)
    return product
  }
  return placed => ({
    lot_id: placed.lot_id,
    lot_code: placed.lot_code,
    product: productOf(placed.lot),
    lot_type: placed.lot.lot_type,
    on_hand_kg: decimalOf(placed.on_hand_mg, 6),
    since: placed.since,
    status: placed.shown,
    expires_on: placed.expires_on,
    location_id: placed.location_id,
    too_warm: placed.too_warm,
  })
}

function placeView(
  location: Location,
  lots: Here[],
  { rooms, show }: { rooms: Rooms; show: (placed: Placed) => BoardLot },
): BoardPlace {
  const { location_id, title, discipline } = location
  return {
    location_id,
    title,
    kind: location.kind as BoardPlace['kind'],
    parent_id: location.parent_id ?? null,
    discipline: discipline ?? null,
    capacity_kg: location.capacity_kg ?? null,
    capacity_lots: location.capacity_lots ?? null,
    filled_kg: decimalOf(
      lots.reduce((sum, { here_mg }) => sum + here_mg, 0),
      6,
    ),
    filled_lots: lots.length,
    held_lots: lots.filter(isHeld).length,
    low_c: location.low_c ?? null,
    high_c: location.high_c ?? null,
    temperature: rooms.temperature(location_id),
    lots: inTurn(lots, discipline)
      .slice(0, PLACE_LOTS_MAX)
      .map(placed => ({ ...show(placed), here_kg: decimalOf(placed.here_mg, 6) })),
    more: Math.max(0, lots.length - PLACE_LOTS_MAX),
  }
}
