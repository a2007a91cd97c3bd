import Type, { type Static } from 'typebox'
import { isJson, type Json } from './finding.ts'
import { CLASSES, classesIn, EPCS, epcsIn, listIn } from './goods.ts'
import { canonicalUri } from './gs1-uri.ts'

const Moment = Type.String({
  pattern: String.raw`^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,9})?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$`,
  description: 'With its offset; recordTime is that of this plant.',
})
const Words = Type.String({ minLength: 1, maxLength: 1_000, description: 'One, or several with | between them.' })

/** The query parameters of EPCIS 2.0 that are understood here. */
export const EpcisQuery = Type.Object(
  {
    eventType: Type.Optional(Words),
    GE_eventTime: Type.Optional(Moment),
    LT_eventTime: Type.Optional(Moment),
    GE_recordTime: Type.Optional(Moment),
    LT_recordTime: Type.Optional(Moment),
    EQ_action: Type.Optional(Type.String({ pattern: String.raw`^(ADD|OBSERVE|DELETE)(\|(ADD|OBSERVE|DELETE))*$` })),
    EQ_bizStep: Type.Optional(Words),
    EQ_disposition: Type.Optional(Words),
    EQ_persistentDisposition_set: Type.Optional(Words),
    EQ_persistentDisposition_unset: Type.Optional(Words),
    EQ_readPoint: Type.Optional(Words),
    EQ_bizLocation: Type.Optional(Words),
    EQ_transformationID: Type.Optional(Words),
    EQ_eventID: Type.Optional(Words),
    MATCH_epc: Type.Optional(Words),
    MATCH_parentID: Type.Optional(Words),
    MATCH_epcClass: Type.Optional(Words),
    MATCH_inputEPCClass: Type.Optional(Words),
    MATCH_outputEPCClass: Type.Optional(Words),
    MATCH_anyEPC: Type.Optional(Words),
    MATCH_anyEPCClass: Type.Optional(Words),
    EXISTS_errorDeclaration: Type.Optional(Type.Literal('true')),
    perPage: Type.Optional(Type.Integer({ minimum: 1, maximum: 500, description: 'Default 30.' })),
    nextPageToken: Type.Optional(Type.String({ pattern: '^\\d{1,16}\\.\\d{1,6}$' })),
  },
  { additionalProperties: false },
)
export type EpcisQuery = Static<typeof EpcisQuery>

const WHOLE_EPCS = ['epcList', 'childEPCs']
const WHOLE_CLASSES = ['quantityList', 'childQuantityList']

/** Values of an event that a parameter is compared with. */
const VALUES: Readonly<Record<string, (event: Json) => unknown[]>> = {
  eventType: ({ type }) => [type],
  EQ_action: ({ action }) => [action],
  EQ_bizStep: ({ bizStep }) => [bizStep],
  EQ_disposition: ({ disposition }) => [disposition],
  EQ_persistentDisposition_set: ({ persistentDisposition: held }) => listIn(held, 'set'),
  EQ_persistentDisposition_unset: ({ persistentDisposition: held }) => listIn(held, 'unset'),
  EQ_readPoint: ({ readPoint }) => [isJson(readPoint) ? readPoint.id : null],
  EQ_bizLocation: ({ bizLocation }) => [isJson(bizLocation) ? bizLocation.id : null],
  EQ_transformationID: ({ transformationID }) => [transformationID],
  EQ_eventID: ({ eventID }) => [eventID],
  MATCH_parentID: ({ parentID }) => [parentID],
  MATCH_epc: event => epcsIn(event, WHOLE_EPCS),
  MATCH_epcClass: event => classesIn(event, WHOLE_CLASSES),
  MATCH_inputEPCClass: event => classesIn(event, ['inputQuantityList']),
  MATCH_outputEPCClass: event => classesIn(event, ['outputQuantityList']),
  MATCH_anyEPC: event => [event.parentID, ...epcsIn(event, EPCS)],
  MATCH_anyEPCClass: event => classesIn(event, CLASSES),
}

/** The goods that a query is about, by each of its parts: an event that matches names one of every part. */
export function goodsAsked(query: EpcisQuery): string[][] {
  return Object.entries(query).flatMap(([name, value]) =>
    name.startsWith('MATCH_') ? [String(value).split('|').map(canonicalUri)] : [],
  )
}

/** The long forms of the words of the vocabulary mean the bare words. */
const WORD =
  /^(?:(?:urn:epcglobal:cbv:(?:bizstep|disp):)|(?:(?:https:\/\/ref\.gs1\.org\/cbv\/|cbv:)(?:BizStep|Disp)-))(?<word>\w+)$/

const TIMES = [
  ['GE_eventTime', 'eventTime', (is: number, asked: number) => is >= asked],
  ['LT_eventTime', 'eventTime', (is: number, asked: number) => is < asked],
  ['GE_recordTime', 'recordTime', (is: number, asked: number) => is >= asked],
  ['LT_recordTime', 'recordTime', (is: number, asked: number) => is < asked],
] as const

const plain = (value: unknown): unknown =>
  typeof value === 'string' ? (WORD.exec(value)?.groups?.word ?? canonicalUri(value)) : value

/** Makes the question that a query asks of each event; every part that is given must hold. */
export function matcher(query: EpcisQuery): (event: Json) => boolean {
  const tests: ((event: Json) => boolean)[] = []
  for (const [name, field, holds] of TIMES) {
    const asked = query[name]
    if (asked !== undefined) tests.push(event => holds(Date.parse(String(event[field])), Date.parse(asked)))
  }
  for (const [name, valuesOf] of Object.entries(VALUES)) {
    const asked = query[name as keyof EpcisQuery]
    if (typeof asked !== 'string') continue
    const wanted = new Set(asked.split('|').map(plain))
    tests.push(event => valuesOf(event).some(value => wanted.has(plain(value))))
  }
  if (query.EXISTS_errorDeclaration !== undefined) tests.push(event => event.errorDeclaration !== undefined)
  return event => tests.every(test => test(event))
}
