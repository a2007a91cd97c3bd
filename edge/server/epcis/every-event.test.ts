import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { checkDocument } from '@flowviz/contract/epcis/check-document'
import { epcisDocument } from '@flowviz/contract/epcis/document'
import type { EpcisEvent } from '@flowviz/contract/epcis/event'
import { goodsOf } from '@flowviz/contract/epcis/goods'
import type { Known } from '@flowviz/contract/epcis/known'
import { epcisOf, MAPPED } from '@flowviz/contract/epcis/map'
import type { EventType } from '@flowviz/contract/event'
import fc from 'fast-check'
import { expect, it, onTestFinished } from 'vitest'
import { epcisKnown } from '../store/epcis-known.ts'
import { epcisReader } from '../store/epcis-reader.ts'
import { plantStore } from '../store/plant-store.ts'
import { SITE } from '../writer/testing/actor.ts'
import { type Beat, beats, RandomPlant } from '../writer/testing/random-plant.ts'
import { schemaVerdict } from './testing/anchor.ts'

const HISTORIES_MIN = 8
const HISTORIES_MAX = 60
/** Too seldom in a random plant; emitted.test.ts makes them happen. */
const SELDOM: readonly EventType[] = ['kde.corrected']

const verdict = schemaVerdict()

/** The same plant once more, with numbers from GS1 for all that can have one. */
function numbered(known: Known): Known {
  const lot = (id: string) => {
    const found = known.lot(id)
    return found === null ? null : { ...found, gtin: '10952123400007' }
  }
  return { ...known, gln: '9521234500001', lot, partyGln: () => '9520000900007' }
}

/** The index finds at least the rows that name any goods. */
function requireFound(plant: RandomPlant): void {
  const reader = epcisReader(plantStore(plant.engine.db))
  const rows = reader.rows(1, 1_000_000)
  const naming = new Map<string, number[]>()
  for (const { seq, events } of rows)
    for (const uri of new Set(events.flatMap(goodsOf))) naming.set(uri, [...(naming.get(uri) ?? []), seq])
  for (const [uri, seqs] of naming) expect(reader.naming([uri]), uri).toEqual(expect.arrayContaining(seqs))
}

interface Telling {
  type: EventType
  said: EpcisEvent[]
}

function tell(history: readonly Beat[]): { own: Telling[]; gs1: Telling[] } {
  const folder = mkdtempSync(join(tmpdir(), 'flowviz-epcis-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const plant = new RandomPlant(join(folder, 'plant.db'))
  try {
    for (const beat of history) plant.live(beat)
    plant.settle()
    const events = plant.told().map(({ event }) => event)
    requireFound(plant)
    const known = epcisKnown(plantStore(plant.engine.db), SITE)
    const toldBy = (by: Known) => events.map(event => ({ type: event.type, said: epcisOf(event, by) }))
    return { own: toldBy(known), gs1: toldBy(numbered(known)) }
  } finally {
    plant.engine.close()
  }
}

function requireRight(told: readonly Telling[]): void {
  const events = told.flatMap(({ said }) => said)
  const document = epcisDocument(events, '2026-11-23T05:00:00.000Z')
  expect(verdict(document)).toEqual([])
  const read = checkDocument(document)
  expect([...read.findings, ...read.events.flatMap(({ findings }) => findings)]).toEqual([])
  const first = events.filter(({ errorDeclaration }) => errorDeclaration === undefined).map(({ eventID }) => eventID)
  expect(new Set(first).size, 'an id is used once').toBe(first.length)
  const ids = new Set(first)
  for (const { eventID, errorDeclaration } of events)
    if (errorDeclaration !== undefined)
      for (const id of [eventID, ...(errorDeclaration.correctiveEventIDs ?? [])]) expect(ids).toContain(id)
}

it('every kind of event that means something is told in random plants, right by the schema of GS1 and by what it does not see', () => {
  const missing = new Set(MAPPED.filter(type => !SELDOM.includes(type)))
  const histories = fc.sample(beats({ minLength: 150, maxLength: 300 }), HISTORIES_MAX)
  for (const [at, history] of histories.entries()) {
    if (at >= HISTORIES_MIN && missing.size === 0) break
    const { own, gs1 } = tell(history)
    requireRight(own)
    requireRight(gs1)
    for (const { type, said } of own) if (said.length > 0) missing.delete(type)
  }
  expect([...missing]).toEqual([])
}, 120_000)
