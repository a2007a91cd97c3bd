import { EVENT_TYPES } from '@flowviz/contract/event'
import fc from 'fast-check'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { TestHq } from '../testing/hq.ts'
import { PlantLedger } from '../testing/ledger.ts'
import type { TestPostgres } from '../testing/postgres.ts'
import { eventOf, type SomeEvent, someEvent } from '../testing/random-event.ts'
import { projectionsOf } from '../testing/snapshot.ts'
import { startMigratedPostgres } from '../testing/template.ts'
import { rebuild } from './rebuild.ts'

let postgres: TestPostgres
let hq: TestHq

beforeAll(async () => {
  postgres = await startMigratedPostgres()
}, 60_000)
afterAll(() => postgres.stop())
// Each test enrols plants of its own, and nobody may sign in as often as all of them do together.
beforeEach(async () => {
  hq = await TestHq.start(await postgres.fresh())
})
afterEach(() => hq.close())

/** What a history is made of: a fact, one that nobody here has seen and that comes back, or one that comes back again. */
type Step = { add: SomeEvent } | { lost: SomeEvent; back: number } | { again: number }
const step: fc.Arbitrary<Step> = fc.oneof(
  { arbitrary: someEvent.map(add => ({ add })), weight: 12 },
  fc.record({ lost: someEvent, back: fc.nat(40) }),
  fc.nat(40).map(again => ({ again })),
)
const history = fc.array(step, { minLength: 1, maxLength: 40, size: 'max' })

let plants = 0
function plantOf(steps: Step[]): PlantLedger {
  const box = new PlantLedger(`plant-${++plants}`)
  box.start()
  for (const one of steps) {
    if ('add' in one) box.add(one.add.type, one.add.data)
    else recover(box, one)
  }
  return box
}

/** A row that brings an event back: one that stands in this ledger, or one that only the lost end of an epoch had. */
function recover(box: PlantLedger, step: Exclude<Step, { add: SomeEvent }>): void {
  let row = 'again' in step ? box.rows[step.again % box.rows.length]! : box.add(step.lost.type, step.lost.data)
  if ('lost' in step) box.rows.pop()
  // Each recovery of a recovery escapes the text anew.
  if (row.body.length > 50_000) row = box.rows[0]!
  // What was lost stood before what is known by now.
  const seq = 'lost' in step ? Math.max(1, row.seq - step.back) : row.seq
  box.add('ledger.recovered', { epoch: 1, seq, hash: row.hash, body: row.body })
}

async function pushed(at: TestHq, box: PlantLedger, [from, to]: [number, number]): Promise<void> {
  expect((await at.push(box, box.batch(from, to))).status).toBe(200)
}

const dead = async (box: PlantLedger) => (await projectionsOf(hq.pool, box.site)).dead_letter

test('headquarters takes a fact of every type that there is, and none becomes a dead letter', async () => {
  const box = new PlantLedger('plant-every')
  await hq.enrol(box)
  box.start()
  for (const type of EVENT_TYPES.filter(type => type !== 'ledger.recovered'))
    for (const { data } of fc.sample(eventOf(type), { numRuns: 5, seed: 7 })) box.add(type, data)
  recover(box, { again: 3 })
  expect(new Set(box.rows.map(row => (JSON.parse(row.body) as SomeEvent).type))).toEqual(new Set(EVENT_TYPES))
  await pushed(hq, box, [1, box.rows.length])
  expect(await dead(box)).toEqual([])
})

test('whatever happens in a plant, and however it is cut and repeated, the projections are its replay', async () => {
  const cuts = fc.array(fc.integer({ min: 1, max: 15 }), { minLength: 1, maxLength: 8 })
  await fc.assert(
    fc.asyncProperty(history, cuts, async (steps, lengths) => {
      const box = plantOf(steps)
      await hq.enrol(box)
      const last = box.rows.length
      let sent = 0
      for (let at = 0; sent < last; at++) {
        const to = Math.min(sent + lengths[at % lengths.length]!, last)
        // Half of the time the batch reaches back over what was sent before.
        await pushed(hq, box, [Math.max(1, at % 2 === 0 ? sent + 1 : sent - 2), to])
        sent = to
      }
      const live = await projectionsOf(hq.pool, box.site)
      expect(await rebuild(hq.pool, box.site)).toBe(last)
      expect(await projectionsOf(hq.pool, box.site)).toEqual(live)
    }),
    { numRuns: 60 },
  )
}, 120_000)

test('a history that came event by event gives the same tables as one that came in one batch', async () => {
  const other = await TestHq.start(await postgres.fresh())
  await fc.assert(
    fc.asyncProperty(history, async steps => {
      const box = plantOf(steps)
      await hq.enrol(box)
      await other.enrol(box)
      const last = box.rows.length
      for (let seq = 1; seq <= last; seq++) await pushed(hq, box, [seq, seq])
      await pushed(other, box, [1, last])
      expect(await projectionsOf(other.pool, box.site)).toEqual(await projectionsOf(hq.pool, box.site))
    }),
    { numRuns: 40 },
  )
  await other.close()
}, 120_000)
