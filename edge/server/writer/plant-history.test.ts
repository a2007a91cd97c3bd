import { join } from 'node:path'
import { PLANT } from '@flowviz/contract/code/plant'
import { QUALITY } from '@flowviz/contract/code/quality'
import { RUN } from '@flowviz/contract/code/run'
import { STOCK } from '@flowviz/contract/code/stock'
import { COMMAND_NAMES } from '@flowviz/contract/command'
import { FSMA_COMMANDS } from '@flowviz/contract/command/fsma'
import { PRINT_COMMANDS } from '@flowviz/contract/command/print'
import { RECALL_COMMANDS } from '@flowviz/contract/command/recall'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { folder } from './testing/box.ts'
import { fileProblems, historyProblems, plantProblems } from './testing/oracle/problems.ts'
import type { Told } from './testing/oracle/told.ts'
import { type Beat, beats, RandomPlant } from './testing/random-plant.ts'

const HISTORY = { minLength: 120, maxLength: 160 }
// To make a history shorter takes as long as to live it: a failure says its seed, and gets some time to shrink.
const PATIENCE = { interruptAfterTimeLimit: 30_000 }

const opened = () => new RandomPlant(join(folder(), 'plant.db'))

function lived(history: readonly Beat[]): RandomPlant {
  const plant = opened()
  for (const beat of history) plant.live(beat)
  plant.settle()
  return plant
}

function problemsOf(plant: RandomPlant): Record<string, unknown[]> {
  const { db } = plant.engine
  return plantProblems({ db, told: plant.told(), now_ms: plant.clock.ms })
}

test('a whole plant keeps what is always true of it through any history', () => {
  fc.assert(
    fc.property(beats(HISTORY), history => {
      const plant = lived(history)
      expect(problemsOf(plant)).toEqual({})
      plant.engine.close()
    }),
    { numRuns: 15, ...PATIENCE },
  )
}, 120_000)

/** Refusals that no history reaches, and why. */
const OUT_OF_REACH = {
  record_changed: 'somebody has to change the file by hand (rule/review.test.ts)',
}

/** What has histories of its own: recall-history.test.ts, print.test.ts and the acceptance tests of fsma/. */
const ELSEWHERE = { ...RECALL_COMMANDS, ...PRINT_COMMANDS, ...FSMA_COMMANDS }

test('the histories do everything that can be done in a plant, and meet every way of being refused', () => {
  const done = new Set<string>()
  const refused = new Set<string>()
  for (const history of fc.sample(beats(HISTORY), { numRuns: 40, seed: 2 })) {
    const plant = lived(history)
    for (const name of plant.done.keys()) done.add(name)
    for (const code of plant.refused.keys()) refused.add(code)
    plant.engine.close()
  }
  expect(COMMAND_NAMES.filter(name => !done.has(name) && !Object.hasOwn(ELSEWHERE, name))).toEqual([])
  const codes = Object.keys({ ...PLANT, ...STOCK, ...RUN, ...QUALITY })
  expect(codes.filter(code => !refused.has(code))).toEqual(Object.keys(OUT_OF_REACH))
}, 120_000)

test('a plant that lost its last hours and got them back is the replay of its ledger, and goes on', () => {
  const part = beats({ minLength: 15, maxLength: 30 })
  fc.assert(
    fc.property(fc.record({ before: part, lost: part, after: part, cut: fc.nat(50) }), history => {
      const { before, lost, after, cut } = history
      const plant = opened()
      const copy = join(folder(), 'copy.db')
      for (const beat of before) plant.live(beat)
      plant.keep(copy)
      for (const beat of lost) plant.live(beat)
      const rows = plant.lose(copy)
      for (const beat of after) plant.live(beat)
      // Headquarters sends them in pages, and one of them twice.
      plant.recover(rows.slice(0, cut))
      plant.recover(rows.slice(Math.max(0, cut - 5)))
      expect(fileProblems(plant.engine.db)).toMatchObject({ 'the chain verifies': [] })
      for (const beat of lost) plant.live(beat)
      expect(Object.values(fileProblems(plant.engine.db)).flat()).toEqual([])
      plant.engine.close()
    }),
    { numRuns: 8, ...PATIENCE },
  )
}, 120_000)

/** A history with one kind of row changed, as no plant would have written it. */
function bent(told: readonly Told[], type: Told['event']['type'], change: (event: Told['event']) => object): Told[] {
  return told.map(row =>
    row.event.type === type ? { ...row, event: { ...row.event, ...change(row.event) } as Told['event'] } : row,
  )
}

test('who reads the ledger alone sees each way of bending it', () => {
  const [history] = fc.sample(beats({ minLength: 400, maxLength: 400 }), { numRuns: 1, seed: 8 })
  const plant = lived(history!)
  const told = plant.told()
  const seen = (history: readonly Told[]) =>
    Object.entries(historyProblems(history)).flatMap(([sentence, problems]) => (problems.length > 0 ? [sentence] : []))
  expect(seen(told)).toEqual([])
  const fail = bent(told, 'gate.decided', ({ data }) => ({ data: { ...data, decision: 'FAIL' } }))
  expect(seen(fail)).toEqual(
    expect.arrayContaining([
      'no lot is used that is held, failed, recalled, expired or not past its gate',
      'gates pass in their turn, and a failed CCP holds all since the last good check',
    ]),
  )
  const forged = told.map(row => ({ ...row, hash: row.hash.replace(/^./, '0') }))
  expect(seen(forged)).toEqual(['a signature binds what it signs, and nobody judges own work'])
  const alone = bent(told, 'hold.dispositioned', ({ actor }) => ({ actor: { ...actor, id: told[0]!.event.actor.id } }))
  expect(seen(alone)).toEqual(['a signature binds what it signs, and nobody judges own work'])
  const more = bent(told, 'run.consumed', ({ data }) => ({
    data: {
      ...data,
      postings: [...('postings' in data ? data.postings : []), ...('postings' in data ? data.postings : [])],
    },
  }))
  expect(seen(more)).toContain('the masses of a run add up, and it closes in balance or with a signed explanation')
  const warm = bent(told, 'deviation.opened', ({ data }) => ({
    data: { ...data, began_at: told[0]!.event.recorded_at },
  }))
  expect(seen(warm)).toContain('what stood in a room while it was outside its limit is held')
  const hot = bent(told, 'temperature.entered', ({ data }) => ({
    data: { ...data, verdict: 'high', deviation_id: null },
  }))
  expect(seen(hot)).toEqual(['what stood where a probe showed too much or too little is held'])
  plant.engine.close()
}, 60_000)
