import type { LotPage } from '@flowviz/contract/lot'
import { seededRandom } from '@flowviz/contract/random'
import { call } from '../../call.ts'
import { storyClock } from './clock.ts'
import { callCrew } from './crew.ts'
import { KITCHEN } from './kitchen.ts'
import { kitchenShift, kitchenTrouble } from './kitchen-shift.ts'
import { defineMaster, type Master } from './master.ts'
import { PACKING } from './packing.ts'
import { packingShift, ship } from './packing-shift.ts'
import type { Held, Story } from './story.ts'

const SHIFTS = ['early', 'late', 'night'] as const
const HOURS = 26

/** What a history is told of: the addresses of both plants, a seed, and a clock. */
export interface HistoryWish {
  kitchen: string
  packing: string
  seed: number
  now: () => number
  /** Says what comes next. */
  step: (what: string) => void
}

/**
 * Gives both plants three shifts of a food line through their own API, as people would have entered them: master data,
 * deliveries, runs, gates, moves, shipments, one held lot and one deviation. The same seed tells the same story. A plant
 * that has lots already keeps what it has. @returns false when nothing was told.
 * @throws FlowError of the API.
 */
export async function tellHistory(wish: HistoryWish): Promise<boolean> {
  const { kitchen, packing, seed, step } = wish
  step('North Kitchen: recipes, suppliers, places and monitors')
  const cook = await begin(wish, { url: kitchen, master: KITCHEN, seed })
  if (cook === null) return false
  const shipped: Held[][] = []
  for (const [at, shift] of SHIFTS.entries()) {
    step(`North Kitchen: ${shift} shift, ${at + 1} of ${SHIFTS.length}`)
    const curry = await kitchenShift(cook, shift)
    const last = at === SHIFTS.length - 1
    if (last) await kitchenTrouble(cook, curry[3]!)
    const bulk = curry.slice(0, 2)
    await ship(cook, {
      customer: 'south-packing',
      to: 'South Packing, Packhof 1, 34117 Kassel',
      lots: bulk,
      carrier: 'north-haul',
    })
    shipped.push(bulk)
  }
  step('South Packing: its plan of five gates, suppliers and places')
  const pack = await begin(wish, { url: packing, master: PACKING, seed: seed + 1 })
  if (pack === null) return false
  for (const [at, bulk] of shipped.entries()) {
    step(`South Packing: ${SHIFTS[at]} shift, ${at + 1} of ${SHIFTS.length}`)
    const customer = at % 2 === 0 ? 'fresh-market' : 'corner-shops'
    await packingShift(pack, { name: SHIFTS[at]!, customer, bulk })
  }
  return true
}

/** Null when the plant has lots already. */
async function begin(
  { now }: HistoryWish,
  { url, master, seed }: { url: string; master: Master; seed: number },
): Promise<Story | null> {
  const crew = await callCrew(url)
  const { lots } = await call<LotPage>(`${url}/api/v1/lots?limit=1`, { token: crew.manager.token })
  if (lots.length > 0) return null
  await defineMaster(crew, master)
  return { crew, clock: storyClock(now, HOURS), random: seededRandom(seed) }
}
