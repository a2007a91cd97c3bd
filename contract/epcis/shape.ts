import {
  ALERT_TYPES,
  BIZ_STEPS,
  BIZ_TRANSACTION_TYPES,
  COMPONENTS,
  DISPOSITIONS,
  ERROR_REASONS,
  MEASUREMENT_TYPES,
  SOURCE_DEST_TYPES,
} from './cbv.ts'
import { below, type Check, isJson, wrong } from './finding.ts'

const URI = /^[A-Za-z][A-Za-z0-9+.-]*:[^\s<>"{}|\\^`]+$/
const TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/i
const OFFSET = /^[+-]((0\d|1[0-3]):[0-5]\d|14:00)$/

/** `Date.parse` takes the 30th of February for a day in March. */
function isOfCalendar(value: string): boolean {
  const day = value.slice(0, 10)
  if (Number.isNaN(Date.parse(value)) || Number.isNaN(Date.parse(day))) return false
  return new Date(day).toISOString().startsWith(day)
}

export const isUri = (text: string): boolean => URI.test(text)

const text =
  (isRight: (value: string) => boolean, what: string): Check =>
  (value, pointer) =>
    typeof value === 'string' && isRight(value) ? [] : wrong(pointer, `is no ${what}`)

export const uri = text(isUri, 'URI')
export const time = text(value => TIME.test(value) && isOfCalendar(value), 'time with its offset')
export const offset = text(value => OFFSET.test(value), 'offset such as +02:00')
const string = text(() => true, 'text')
const uom = text(value => /^[A-Z0-9]{2,3}$/.test(value), 'unit of UN/ECE Recommendation 20')
const number: Check = (value, pointer) => (typeof value === 'number' ? [] : wrong(pointer, 'is no number'))
const boolean: Check = (value, pointer) =>
  typeof value === 'boolean' ? [] : wrong(pointer, 'is neither true nor false')
export const anything: Check = () => []

/** A bare word of a vocabulary, or a URI of another one; the long form of the vocabulary itself is not taken. */
function word(words: ReadonlySet<string>, reserved: RegExp): Check {
  return (value, pointer) => {
    if (typeof value === 'string' && (words.has(value) || (isUri(value) && !reserved.test(value)))) return []
    return wrong(pointer, `${JSON.stringify(value)} is no word of the vocabulary`, 'word')
  }
}
const OF_CBV = /^(urn:epcglobal:cbv|https?:\/\/ns\.gs1\.org\/cbv\/)/
const OF_VOC = /^https?:\/\/(www\.)?gs1\.org\/voc\//
const cbv = (words: ReadonlySet<string>) => word(words, OF_CBV)
const disposition = cbv(DISPOSITIONS)

export const listOf =
  (check: Check, { min = 0, unique = false } = {}): Check =>
  (value, pointer) => {
    if (!Array.isArray(value)) return wrong(pointer, 'is no list')
    if (value.length < min) return wrong(pointer, 'is empty')
    if (unique && new Set(value.map(one => JSON.stringify(one))).size < value.length)
      return wrong(pointer, 'names one thing twice')
    return value.flatMap((one, at) => check(one, below(pointer, at)))
  }

interface ObjectRules {
  need?: readonly string[]
  /** Fields of foreign namespaces may stand beside; `any`: all others may. */
  open?: boolean | 'any'
}

/** An object of known fields. */
export const fieldsOf =
  (checks: Readonly<Record<string, Check>>, { need = [], open = false }: ObjectRules = {}): Check =>
  (value, pointer) => {
    if (!isJson(value)) return wrong(pointer, 'is no object')
    const missing = need.filter(name => value[name] === undefined)
    return [
      ...missing.flatMap(name => wrong(pointer, `lacks ${name}`)),
      ...Object.entries(value).flatMap(([name, held]) => {
        const check = Object.hasOwn(checks, name) ? checks[name] : undefined
        if (check !== undefined) return check(held, below(pointer, name))
        if (open === 'any' || (open && isUri(name))) return []
        return wrong(below(pointer, name), open ? 'is unknown, and has no namespace' : 'is unknown here')
      }),
    ]
  }

const uris = listOf(uri, { unique: true })
const quantityElement = fieldsOf({ epcClass: uri, quantity: number, uom }, { need: ['epcClass'] })
const quantities = listOf(quantityElement)
const place = (value: unknown, pointer: string) =>
  isJson(value) ? fieldsOf({ id: uri }, { need: ['id'], open: 'any' })(value, pointer) : wrong(pointer, 'is no object')
const ends = (name: string) => listOf(fieldsOf({ type: cbv(SOURCE_DEST_TYPES), [name]: uri }, { need: ['type', name] }))
const sources = { deviceID: uri, deviceMetadata: uri, rawData: uri, dataProcessingMethod: uri, bizRules: uri }
const sensorReport = fieldsOf(
  {
    type: word(MEASUREMENT_TYPES, OF_VOC),
    exception: word(ALERT_TYPES, OF_VOC),
    ...sources,
    time,
    microorganism: uri,
    chemicalSubstance: uri,
    coordinateReferenceSystem: uri,
    value: number,
    component: cbv(COMPONENTS),
    stringValue: string,
    booleanValue: boolean,
    hexBinaryValue: text(value => /^[A-Fa-f0-9]+$/.test(value), 'hex'),
    uriValue: uri,
    minValue: number,
    maxValue: number,
    meanValue: number,
    sDev: number,
    percRank: number,
    percValue: number,
    uom: string,
  },
  { need: ['type'], open: true },
)
const sensors = listOf(
  fieldsOf(
    {
      sensorMetadata: fieldsOf({ ...sources, time, startTime: time, endTime: time }, { open: true }),
      sensorReport: listOf(sensorReport, { min: 1 }),
    },
    { need: ['sensorReport'], open: true },
  ),
)
const persistent: Check = (value, pointer) => {
  const list = listOf(disposition, { min: 1, unique: true })
  const found = fieldsOf({ set: list, unset: list })(value, pointer)
  const isEmpty = isJson(value) && value.set === undefined && value.unset === undefined
  return isEmpty ? wrong(pointer, 'sets and unsets nothing') : found
}
const certification: Check = (value, pointer) =>
  Array.isArray(value) ? listOf(uri)(value, pointer) : uri(value, pointer)

/** One context or several, each by its address or as it is. */
export const context: Check = (value, pointer) => {
  const one: Check = (held, at) => (isJson(held) ? [] : uri(held, at).length > 0 ? wrong(at, 'is no context') : [])
  return Array.isArray(value) ? listOf(one, { unique: true })(value, pointer) : one(value, pointer)
}

/** Characters of an event id at most. */
export const EVENT_ID_MAX = 500

/** Fields of every event. */
export const COMMON: Readonly<Record<string, Check>> = {
  '@context': context,
  type: string,
  eventTime: time,
  recordTime: time,
  eventTimeZoneOffset: offset,
  eventID: (value, pointer) =>
    typeof value === 'string' && value.length > EVENT_ID_MAX
      ? wrong(pointer, 'is too long', 'too_large')
      : uri(value, pointer),
  certificationInfo: certification,
  errorDeclaration: fieldsOf(
    { declarationTime: time, reason: cbv(ERROR_REASONS), correctiveEventIDs: listOf(uri) },
    { need: ['declarationTime'], open: true },
  ),
}
const STEP: Readonly<Record<string, Check>> = {
  bizStep: cbv(BIZ_STEPS),
  disposition,
  readPoint: place,
  bizLocation: place,
  bizTransactionList: listOf(
    fieldsOf({ type: cbv(BIZ_TRANSACTION_TYPES), bizTransaction: uri }, { need: ['bizTransaction'] }),
  ),
  sourceList: ends('source'),
  destinationList: ends('destination'),
  sensorElementList: sensors,
}
const action: Check = (value, pointer) =>
  value === 'ADD' || value === 'OBSERVE' || value === 'DELETE'
    ? []
    : wrong(pointer, 'is neither ADD, OBSERVE nor DELETE')
const ilmd: Check = (value, pointer) =>
  isJson(value) ? fieldsOf({}, { open: true })(value, pointer) : wrong(pointer, 'is no object')
const children = { parentID: uri, childEPCs: listOf(uri), childQuantityList: quantities }

/** Fields of each kind of event beside the common ones. */
export const FIELDS: Readonly<Record<string, Readonly<Record<string, Check>>>> = {
  ObjectEvent: { ...STEP, action, epcList: uris, quantityList: quantities, persistentDisposition: persistent, ilmd },
  AggregationEvent: { ...STEP, action, ...children },
  AssociationEvent: { ...STEP, action, ...children },
  TransactionEvent: { ...STEP, action, parentID: uri, epcList: listOf(uri), quantityList: quantities },
  TransformationEvent: {
    ...STEP,
    inputEPCList: uris,
    inputQuantityList: quantities,
    outputEPCList: uris,
    outputQuantityList: quantities,
    transformationID: uri,
    persistentDisposition: persistent,
    ilmd,
  },
}
