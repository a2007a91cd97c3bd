import { checkEvent } from './check-event.ts'
import { below, type Finding, isJson, type Json, wrong } from './finding.ts'
import { hasForeign, namespacesOf } from './namespace.ts'
import type { Reading } from './pre-hash.ts'
import { anything, context, fieldsOf, listOf, time, uri } from './shape.ts'

/** An event of a document, how it is read, and what is against it. */
export interface ReadEvent {
  event: Json
  pointer: string
  reading: Reading
  findings: Finding[]
}

export interface ReadDocument {
  /** Against the document itself; with an error among them its events are not looked at. */
  findings: Finding[]
  events: ReadEvent[]
}

const version = (value: unknown, pointer: string) =>
  typeof value === 'string' && /^\d+(\.\d+)*$/.test(value) ? [] : wrong(pointer, 'is no version')
const one = (word: string) => (value: unknown, pointer: string) =>
  value === word ? [] : wrong(pointer, `is not ${word}`)

const DOCUMENT = fieldsOf(
  {
    '@context': context,
    id: uri,
    type: one('EPCISDocument'),
    schemaVersion: version,
    creationDate: time,
    instanceIdentifier: anything,
    sender: anything,
    receiver: anything,
    epcisHeader: anything,
    epcisBody: fieldsOf({ eventList: listOf(anything) }, { need: ['eventList'], open: 'any' }),
  },
  { need: ['@context', 'type', 'schemaVersion', 'creationDate', 'epcisBody'], open: true },
)

/** Reads a document that somebody wants captured: what is against it, and against each of its events. Pure. */
export function checkDocument(document: unknown): ReadDocument {
  const findings = DOCUMENT(document, '')
  if (findings.length > 0) return { findings, events: [] }
  const { '@context': outer, epcisBody } = document as { '@context': unknown; epcisBody: { eventList: unknown[] } }
  const ignored = Object.entries(document as Json).flatMap(([name, value]) =>
    name.endsWith(':ignoreFields') && Array.isArray(value) ? value.map(String) : [],
  )
  const events = epcisBody.eventList.map((event, at) =>
    readEvent(event, below('/epcisBody/eventList', at), { outer, ignored }),
  )
  return { findings: [], events }
}

/** Reads one event that comes by itself, with its own context. */
export function checkSingle(event: unknown): ReadEvent {
  const read = readEvent(event, '', { outer: [], ignored: [] })
  const hasContext = isJson(event) && event['@context'] !== undefined
  return hasContext ? read : { ...read, findings: [...wrong('', 'lacks @context'), ...read.findings] }
}

function readEvent(event: unknown, pointer: string, around: { outer: unknown; ignored: string[] }): ReadEvent {
  const inner = isJson(event) ? event['@context'] : []
  const namespaces = namespacesOf(around.outer, inner)
  const found = checkEvent(event, pointer, namespaces)
  return {
    event: isJson(event) ? event : {},
    pointer,
    reading: { namespaces, ignored: new Set(around.ignored) },
    // A context that is not at hand may define what is not defined here.
    findings: hasForeign(around.outer, inner)
      ? found.map(one => (one.code === 'prefix' ? { ...one, level: 'warning' } : one))
      : found,
  }
}

/** True when nothing is wrong; what is odd is taken. */
export const isTaken = (findings: readonly Finding[]): boolean => findings.every(({ level }) => level === 'warning')
