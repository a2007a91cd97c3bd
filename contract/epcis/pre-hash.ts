import { canonicalUri } from './gs1-uri.ts'
import { compactOf, expand, type Namespaces } from './namespace.ts'

/**
 * The order in which the fields of an event are said, with the prefix of the vocabulary that their bare words are of.
 * A field with `each` is a list whose members are named so; `fields` are said within.
 */
interface Field {
  name: string
  words?: string
  kind?: 'time'
  each?: string
  fields?: readonly Field[]
}

const CBV = 'https://ref.gs1.org/cbv/'
const VOC = 'https://gs1.org/voc/'
const plain = (...names: string[]): Field[] => names.map(name => ({ name }))
const epcs = (name: string): Field => ({ name, each: 'epc' })
const quantities = (name: string): Field => ({
  name,
  each: 'quantityElement',
  fields: plain('epcClass', 'quantity', 'uom'),
})
const place = (name: string): Field => ({ name, fields: plain('id') })
const typed = (name: string, [words, of]: [words: string, of: string]): Field => ({
  name,
  each: '',
  fields: [{ name: 'type', words: CBV + words }, { name: of }],
})
const disposed = (name: string): Field => ({ name, each: name, words: `${CBV}Disp-` })
const time = (name: string): Field => ({ name, kind: 'time' })
const SOURCES = plain('deviceID', 'deviceMetadata', 'rawData', 'dataProcessingMethod')

const SENSOR_REPORT: Field = {
  name: 'sensorReport',
  each: 'sensorReport',
  fields: [
    { name: 'type', words: VOC },
    { name: 'exception', words: VOC },
    ...SOURCES,
    ...plain('bizRules'),
    time('time'),
    ...plain('microorganism', 'chemicalSubstance', 'value'),
    { name: 'component', words: `${CBV}Comp-` },
    ...plain('stringValue', 'booleanValue', 'hexBinaryValue', 'uriValue', 'minValue', 'maxValue', 'meanValue', 'sDev'),
    ...plain('percRank', 'percValue', 'uom', 'coordinateReferenceSystem'),
  ],
}

const EVENT: readonly Field[] = [
  time('eventTime'),
  { name: 'eventTimeZoneOffset' },
  { name: 'certificationInfo', each: 'certificationInfo' },
  { name: 'parentID' },
  epcs('epcList'),
  epcs('inputEPCList'),
  epcs('childEPCs'),
  quantities('quantityList'),
  quantities('childQuantityList'),
  quantities('inputQuantityList'),
  epcs('outputEPCList'),
  quantities('outputQuantityList'),
  { name: 'action' },
  { name: 'transformationID' },
  { name: 'bizStep', words: `${CBV}BizStep-` },
  { name: 'disposition', words: `${CBV}Disp-` },
  { name: 'persistentDisposition', fields: [disposed('set'), disposed('unset')] },
  place('readPoint'),
  place('bizLocation'),
  typed('bizTransactionList', ['BTT-', 'bizTransaction']),
  typed('destinationList', ['SDT-', 'destination']),
  typed('sourceList', ['SDT-', 'source']),
  {
    name: 'sensorElementList',
    each: 'sensorElement',
    fields: [
      {
        name: 'sensorMetadata',
        fields: [time('time'), time('startTime'), time('endTime'), ...SOURCES, ...plain('bizRules')],
      },
      SENSOR_REPORT,
    ],
  },
  { name: 'ilmd', fields: [] },
]

/** Fields that are no part of what happened: two events that differ in them alone are one. */
const IGNORED = new Set(['type', '@context', 'eventID', 'recordTime', 'errorDeclaration', 'rdfs:comment'])

type Json = Record<string, unknown>
const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value)

/** How an event is read: the namespaces of its prefixes, and fields that its document says are no part of it. */
export interface Reading {
  namespaces: Namespaces
  ignored?: ReadonlySet<string>
}

/** The canonical text of an event (CBV 2.0, 8.9.2) that its hash is made of. */
export function preHash(event: Json, reading: Reading): string {
  const ignored = new Set([...IGNORED, ...(reading.ignored ?? [])])
  return `eventType=${String(event.type)}${fieldsOf(event, EVENT, { ...reading, ignored })}`
}

function fieldsOf(given: Json, fields: readonly Field[], reading: Reading): string {
  const known = new Set(fields.map(({ name }) => name))
  const said = fields.map(field => fieldOf(given[field.name], field, reading)).join('')
  const others = Object.keys(given).filter(name => !known.has(name) && reading.ignored?.has(name) !== true)
  const extended = others.flatMap(name => extensionsOf(name, given[name], reading))
  return said + extended.sort(byCodePoint).join('')
}

function fieldOf(value: unknown, field: Field, reading: Reading): string {
  const { name, each, fields } = field
  if (value === undefined || value === null) return ''
  if (each !== undefined) {
    const members = (Array.isArray(value) ? value : [value]).map(member =>
      fields !== undefined && isJson(member)
        ? each + fieldsOf(member, fields, reading)
        : `${each}=${textOf(member, field, reading)}`,
    )
    if (members.length === 0) return ''
    // A list that its members name already has no name of its own.
    return (each === name ? '' : name) + members.sort(byCodePoint).join('')
  }
  if (fields !== undefined) {
    const inner = isJson(value) ? fieldsOf(value, fields, reading) : ''
    return inner === '' ? '' : name + inner
  }
  return `${name}=${textOf(value, field, reading)}`
}

/** What a sender added under a name of its own: said with the namespace in full. */
function extensionsOf(name: string, value: unknown, reading: Reading): string[] {
  const full = extensionName(name, reading)
  const values = Array.isArray(value) ? value : [value]
  return values.map(one =>
    isJson(one)
      ? full +
        Object.keys(one)
          .flatMap(key => extensionsOf(key, one[key], reading))
          .sort(byCodePoint)
          .join('')
      : `${full}=${String(one)}`,
  )
}

function extensionName(name: string, { namespaces }: Reading): string {
  const compact = compactOf(name)
  if (compact === null || !Object.hasOwn(namespaces, compact.prefix)) return name
  return `{${namespaces[compact.prefix]}}${compact.name}`
}

function textOf(value: unknown, { words, kind }: Field, { namespaces }: Reading): string {
  if (typeof value !== 'string') return String(value)
  if (kind === 'time') return timeOf(value)
  if (words !== undefined && /^\w+$/.test(value)) return words + value
  return canonicalUri(words === undefined ? value : expand(value, namespaces))
}

/** UTC in milliseconds; a half goes up. */
export function timeOf(text: string): string {
  const more = /\.\d{3}(?<next>\d)/.exec(text)?.groups?.next ?? '0'
  const ms = Date.parse(text.replace(/(\.\d{3})\d+/, '$1'))
  return Number.isNaN(ms) ? text : new Date(ms + (more >= '5' ? 1 : 0)).toISOString()
}

const byCodePoint = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
