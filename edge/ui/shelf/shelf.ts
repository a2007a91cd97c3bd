import type { CommandName } from '@flowviz/contract/command'
import type { Lot } from '@flowviz/contract/lot'
import type { QcPlanVersion } from '@flowviz/contract/master'
import type { Access } from '@flowviz/contract/screen/access'
import {
  getBoard,
  getQcPlan,
  getSettings,
  listHandlingUnits,
  listHelpCalls,
  listHolds,
  listInstruments,
  listItems,
  listLocations,
  listLots,
  listMonitorStatuses,
  listParties,
  listPeople,
  listPrinters,
  listPrintJobs,
  listQcPlans,
  listRecallNotices,
  listRecipes,
  listRuns,
  listShiftHandovers,
  listShipments,
} from '@flowviz/edge-client/generated/api'
import { type ReadonlySignal, signal } from '@preact/signals'
import { type Book, type BookStore, createBook } from './book.ts'
import { pages } from './pages.ts'

export interface ShelfParts {
  access: Pick<Access, 'ask'>
  store: BookStore
  now: () => number
  after: (ms: number, call: () => void) => () => void
}

export type Shelf = ReturnType<typeof createShelf>
export type BookName = Exclude<keyof Shelf, 'open' | 'refresh' | 'changed' | 'hear' | 'stirred'>

const LOTS_KEPT_MAX = 2_000
/** So many more are kept for a while: a list that loses its last lot for each new one would be written anew each time. */
const LOTS_MORE = 100
/** Changes come in bursts; one question answers for all of a burst. */
const CHANGED_MS = 700
/** Megabytes on a weak Wi-Fi: a long list is asked for again at most so often, however busy the plant is. */
const LONG = 500
const LONG_REST_MS = 10_000

/** The books that a command of each kind changes; what names no kind changes all that move. */
const CHANGED_BY: readonly [RegExp, readonly BookName[]][] = [
  [/recall/, ['recallNotices', 'holds', 'lots']],
  [/help/, ['helpCalls']],
  [/shift|handover/, ['handovers']],
  [/run|consume|produce|material/, ['runs', 'lots']],
  [/hold|gate|recall|deviation|review/, ['holds', 'lots']],
  [/shipment|goods/, ['shipments', 'lots', 'units']],
  [/hu$|stock|lot/, ['lots', 'units']],
  [/print/, ['printJobs', 'printers']],
  [/temperature|monitor/, ['monitors']],
]

/** All that this tablet keeps of the plant, so that every screen opens without the appliance. */
export function createShelf(parts: ShelfParts) {
  const book = <T>(name: string, ask: () => Promise<T>): Book<T> =>
    createBook({ ...parts, name, ask: () => parts.access.ask(ask) })
  const books = {
    people: book('people', async () => (await listPeople()).people),
    recallNotices: book('recall-notices', () => listRecallNotices()),
    items: book('items', () => pages(listItems)),
    parties: book('parties', () => pages(listParties)),
    locations: book('locations', () => pages(listLocations)),
    plans: book('plans', allPlans),
    recipes: book('recipes', () => pages(listRecipes)),
    instruments: book('instruments', () => pages(listInstruments)),
    settings: book('settings', () => getSettings()),
    lots: book('lots', newestLots),
    board: book('board', () => getBoard()),
    holds: book('holds', async () => (await listHolds({ limit: 200 })).holds),
    runs: book('runs', () => pages(listRuns, 200)),
    shipments: book('shipments', () => pages(listShipments, 200)),
    units: book('units', () => pages(listHandlingUnits)),
    monitors: book('monitors', () => listMonitorStatuses()),
    printers: book('printers', async () => (await listPrinters()).printers),
    printJobs: book('print-jobs', () => pages(listPrintJobs, 100)),
    helpCalls: book('help-calls', () => pages(listHelpCalls, 100)),
    handovers: book('handovers', () => pages(listShiftHandovers, 50)),
  }
  const stirred = signal(0)
  const dirty = new Set<BookName>()
  let isWaiting = false
  const resting = new Set<BookName>()
  const again = (name: BookName) => {
    if (resting.has(name)) return
    dirty.delete(name)
    void books[name].again()
    const value = books[name].value.peek()
    if (!Array.isArray(value) || value.length < LONG) return
    resting.add(name)
    parts.after(LONG_REST_MS, () => {
      resting.delete(name)
      if (dirty.has(name)) again(name)
    })
  }
  const clean = () => {
    isWaiting = false
    for (const name of [...dirty]) again(name)
  }
  return {
    ...books,
    /** Reads what lies on the tablet, what the lock screen shows first; a page calls it once. */
    open: () => inTurn(Object.values(books).map(one => one.open)),
    /** Asks everything anew: after a sign-in, and after a gap in the stream. */
    refresh: () => inTurn(Object.values(books).map(one => one.refresh)),
    /** Goes up whenever something in the plant changed: what is worked out by the appliance may be another now. */
    stirred: stirred as ReadonlySignal<number>,
    /** Takes a lot of the live stream. */
    hear: (lot: Lot) => {
      books.lots.change(lots => withLot(lots, lot))
      stirred.value++
    },
    /** Says that a command was done somewhere: the books that it changes are asked for anew, soon. */
    changed: (command: CommandName) => {
      const found = CHANGED_BY.find(([kind]) => kind.test(command))?.[1] ?? (['lots', 'holds', 'runs'] as const)
      for (const name of found) dirty.add(name)
      stirred.value++
      if (isWaiting) return
      isWaiting = true
      parts.after(CHANGED_MS, clean)
    },
  }
}

/** A lot that is known stays where it was: the parts of a list that did not change are not written again. */
function withLot(lots: Lot[], lot: Lot): Lot[] {
  const at = lots.findIndex(({ lot_id }) => lot_id === lot.lot_id)
  if (at >= 0) return lots.with(at, lot)
  const all = [lot, ...lots]
  return all.length > LOTS_KEPT_MAX + LOTS_MORE ? all.slice(0, LOTS_KEPT_MAX) : all
}

/** A few at a time: a weak tablet that reads all books at once answers no finger meanwhile. */
const AT_ONCE = 3

async function inTurn(steps: (() => Promise<void>)[]): Promise<void> {
  const left = [...steps]
  const go = async () => {
    for (let step = left.shift(); step !== undefined; step = left.shift()) await step()
  }
  await Promise.all(Array.from({ length: AT_ONCE }, go))
}

async function newestLots(): Promise<Lot[]> {
  const found: Lot[] = []
  let cursor: string | null = null
  do {
    const page = await listLots({ limit: 500, in_house: 'true', ...(cursor === null ? {} : { cursor }) })
    found.push(...page.lots)
    cursor = page.next
  } while (cursor !== null && found.length < LOTS_KEPT_MAX)
  return found
}

/** Every version of every plan, that of the release included, which no list has: a lot keeps to the version it began with. */
async function allPlans(): Promise<QcPlanVersion[]> {
  const [listed, { plan_id }] = await Promise.all([pages(listQcPlans), getSettings()])
  const ids = new Set([plan_id, ...listed.map(plan => plan.plan_id)])
  return (await Promise.all([...ids].map(id => getQcPlan(id)))).flatMap(({ versions }) => versions)
}
