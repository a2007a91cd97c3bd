import { Decimal, decimalOf } from '@flowviz/contract/decimal'
import { EVENT_DATA, EVENT_TYPES, type EventData, type EventType } from '@flowviz/contract/event'
import { Day, Hash } from '@flowviz/contract/event/shape'
import { Name } from '@flowviz/contract/name'
import { Account } from '@flowviz/contract/posting'
import { Timestamp, timestampOf } from '@flowviz/contract/time'
import { Uuid } from '@flowviz/contract/uuid'
import fc from 'fast-check'
import { START_MS } from './ledger.ts'

/** Some fact, of any type that this release knows. */
export interface SomeEvent {
  type: EventType
  data: EventData<EventType>
}

interface Shape {
  contentMediaType?: string
  $id?: string
  type?: string
  const?: unknown
  enum?: unknown[]
  anyOf?: Shape[]
  pattern?: string
  minLength?: number
  minimum?: number
  maximum?: number
  minItems?: number
  maxItems?: number
  items?: Shape
  properties?: Record<string, Shape>
  required?: string[]
}

// Few ids of each noun and few words, so that events meet on the same lots, holds, runs and records.
const IDS = 4
const WORDS = ['A', 'B', 'C1', 'milk']
/** Text that a text column of Postgres cannot hold: the event that has it becomes a dead letter, alone. */
const UNHOLDABLE = '\u0000'

/** Lists of ids whose key does not say so. */
const LISTS: Record<string, string> = { freed: 'lot', passed_over: 'lot' }
const nounOf = (key: string) =>
  LISTS[key] ??
  key
    .replace(/_ids?$/, '')
    .split('_')
    .at(-1)!

function idOf(noun: string, number: number): string {
  const letters = Buffer.from(noun.padEnd(5, 'x').slice(0, 5)).toString('hex')
  return `019ab0a2-5c00-7000-8000-${letters}${String(number).padStart(2, '0')}`
}
const idsOf = (noun: string) => fc.nat(IDS - 1).map(number => idOf(noun, number))

const place = fc.constantFrom('location:cold', 'location:dock')
const account = fc.oneof(
  { arbitrary: place, weight: 3 },
  fc.tuple(place, idsOf('hu')).map(([at, hu]) => `${at}/hu:${hu}`),
  idsOf('lot').map(id => `lot:${id}`),
  idsOf('run').map(id => `run:${id}`),
  fc.constantFrom('supplier', 'customer:acme', 'waste', 'adjustment', 'void'),
)
const quantity = fc
  .tuple(fc.integer({ min: 1, max: 50_000_000 }), fc.option(fc.integer({ min: 1, max: 20 })))
  .map(([weight_mg, count]) => ({ weight_kg: decimalOf(weight_mg, 6), weight_mg, count }))

const patternOf = (schema: object) => (schema as Shape).pattern!

const word = fc.constantFrom(...WORDS)
/** Some words, said again until they are as long as the schema asks. */
const wordsOf = ({ minLength = 0 }: Shape) => WORDS.map(word => word.padEnd(minLength, word))

function textOf(shape: Shape, key: string): fc.Arbitrary<string> {
  if (shape.contentMediaType === 'application/json')
    return fc.dictionary(word, word).map(value => JSON.stringify(value))
  switch (shape.pattern) {
    case undefined:
      return fc.oneof({ arbitrary: fc.constantFrom(...wordsOf(shape)), weight: 400 }, fc.constant(UNHOLDABLE))
    case patternOf(Uuid):
      return idsOf(nounOf(key))
    case patternOf(Name):
      return fc.constantFrom(`${nounOf(key).replaceAll('_', '-')}-1`, 'other')
    case patternOf(Timestamp):
      return fc.nat(10_000).map(s => timestampOf(START_MS + s * 1000))
    case patternOf(Day):
      return fc.constantFrom('2026-11-23', '2026-12-01')
    case patternOf(Hash):
      return fc.constant('ab'.repeat(32))
    case patternOf(Decimal):
      return fc.integer({ min: -40_000, max: 90_000 }).map(number => decimalOf(number, 3))
    case patternOf(Account):
      return account
    default:
      return fc.stringMatching(new RegExp(shape.pattern))
  }
}

const between = ({ minimum = -3, maximum = Number.MAX_SAFE_INTEGER }: Shape) =>
  fc.integer({ min: minimum, max: Math.min(maximum, minimum + 12) })

function listOf({ items = {}, minItems = 0, maxItems = 3 }: Shape, key: string): fc.Arbitrary<unknown[]> {
  return fc.array(someOf(items, key), { minLength: minItems, maxLength: Math.min(maxItems, minItems + 3) })
}

function recordOf({ properties = {}, required = [] }: Shape): fc.Arbitrary<unknown> {
  const values = Object.entries(properties).map(([key, shape]) => [key, someOf(shape, key)] as const)
  return fc.record(Object.fromEntries(values), { requiredKeys: required, noNullPrototype: true })
}

/** Any value of a schema; `key` is the name it goes by. */
function someOf(shape: Shape, key: string): fc.Arbitrary<unknown> {
  if (shape.$id === 'Quantity') return quantity
  if (shape.const !== undefined) return fc.constant(shape.const)
  if (shape.enum !== undefined) return fc.constantFrom(...shape.enum)
  if (shape.anyOf !== undefined) return fc.oneof(...shape.anyOf.map(option => someOf(option, key)))
  switch (shape.type) {
    case 'null':
      return fc.constant(null)
    case 'boolean':
      return fc.boolean()
    case 'integer':
    case 'number':
      return between(shape)
    case 'string':
      return textOf(shape, key)
    case 'array':
      return listOf(shape, key)
    case 'object':
      return recordOf(shape)
    default:
      throw new Error(`nobody can make up ${key}: ${JSON.stringify(shape)}`)
  }
}

/** Some fact of one type. */
export const eventOf = (type: EventType): fc.Arbitrary<SomeEvent> =>
  (someOf(EVENT_DATA[type] as Shape, type) as fc.Arbitrary<SomeEvent['data']>).map(data => ({ type, data }))

const ALL = EVENT_TYPES.filter(type => type !== 'ledger.recovered').map(eventOf)
/** Some fact of some type, but for recoveries: those bring back what somebody has seen happen. */
export const someEvent: fc.Arbitrary<SomeEvent> = fc.oneof(...ALL)
