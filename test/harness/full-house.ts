import { type Crew, callCrew } from '../../provisioning/demo/history/crew.ts'
import { KITCHEN } from '../../provisioning/demo/history/kitchen.ts'
import { defineMaster } from '../../provisioning/demo/history/master.ts'
import { inspect } from './inspect.ts'

const HAND = 'Scale out of service'
const LINES = 50
const AT_ONCE = 8
/** Places that take any number of lots. */
const PLACES = ['cold-room', 'freezer', 'dry-store', 'chilled-wip'] as const
const GOODS = ['chicken-breast', 'coconut-milk', 'onions', 'basmati-rice'] as const
/** One in so many has passed its first gate, and one in so many is held. */
const PASSED_EVERY = 4
const HELD_EVERY = 40

/** Fills a plant's house with so many lots through its own door, some past their first gate and some held. */
export async function fillHouse(url: string, count: number): Promise<{ crew: Crew; codes: string[] }> {
  const crew = await callCrew(url)
  await defineMaster(crew, KITCHEN)
  const came = await eachOf(
    Array.from({ length: count / LINES }, (_, at) => at),
    at => deliver(crew, at),
  )
  const lots = came.flat()
  await eachOf(
    lots.filter((_, at) => at % PASSED_EVERY === 0),
    ({ lot_id }) => inspect(crew, lot_id),
  )
  await eachOf(
    lots.filter((_, at) => at % HELD_EVERY === 1),
    ({ lot_id }) => crew.quality.do('place-hold', { body: { lot_ids: [lot_id], reason: 'Two boxes were open' } }),
  )
  return { crew, codes: lots.map(({ lot_code }) => lot_code) }
}

/** Does this for all of them, a few at a time; answers in their order. */
async function eachOf<T, R>(all: readonly T[], work: (one: T) => Promise<R>): Promise<R[]> {
  const answers: R[] = []
  for (let at = 0; at < all.length; at += AT_ONCE)
    answers.push(...(await Promise.all(all.slice(at, at + AT_ONCE).map(work))))
  return answers
}

async function deliver({ operator }: Crew, at: number) {
  const { lots } = await operator.do('receive-goods', {
    body: {
      supplier_id: 'meadow-farms',
      previous_source: 'Meadow Farms, Deichweg 4, 25813 Husum',
      location_id: PLACES[at % PLACES.length]!,
      documents: [{ type: 'bol', number: `BOL-${at}` }],
      lines: Array.from({ length: LINES }, (_, line) => ({
        item_id: GOODS[line % GOODS.length]!,
        weight_kg: '9.5',
        supplier_lot_code: `MF-${at}-${line}`,
        manual_reason: HAND,
      })),
    },
  })
  return lots
}
