import type { Told } from './about.ts'

/** Fields by their path, such as `config.poll_ms`; a list is one value. */
export type Fields = Record<string, unknown>

/** What a record looked like before and after an event, in exactly the fields that the event changed. */
export interface Change {
  /** Null when nothing was there before. */
  before: Fields | null
  after: Fields
}

/** The whole record stands in the data of these, so that what a version leaves out is gone. */
const VERSION = /\.(defined|drafted|configured)$|^(device\.(registered|changed)|person\.(created|changed))$/

/** The part of a record that an event speaks of: what is decided at one gate says nothing of another. */
const PARTS = [
  'gate_id',
  'hold_id',
  'deviation_id',
  'action_id',
  'monitor_id',
  'device_id',
  'channel',
  'attachment_id',
  'badge_id',
  'training_id',
  'signature_id',
  'session_id',
  'line_id',
]

/**
 * What an event changed, by one rule: a version is compared with the version before it; anything else, field by field,
 * with the last event of the same subject that set that field. `earlier` are the earlier events of the subject, newest
 * first; they are read only until every field is found.
 */
export function changeOf(event: Told, earlier: Iterable<Told>): Change {
  const after = fieldsOf(event.data)
  return VERSION.test(event.type) ? versionChange(after, earlier) : stateChange(event, after, earlier)
}

function versionChange(after: Fields, earlier: Iterable<Told>): Change {
  for (const { type, data } of earlier) if (VERSION.test(type)) return differences(fieldsOf(data), after)
  return { before: null, after }
}

function stateChange(event: Told, after: Fields, earlier: Iterable<Told>): Change {
  const before: Fields = {}
  const wanted = new Set(Object.keys(after))
  if (wanted.size === 0) return { before: null, after }
  for (const told of earlier) {
    if (!samePart(event.data, told.data)) continue
    const fields = fieldsOf(told.data)
    for (const field of wanted) {
      if (!Object.hasOwn(fields, field)) continue
      before[field] = fields[field]
      wanted.delete(field)
    }
    if (wanted.size === 0) break
  }
  return wanted.size === Object.keys(after).length ? { before: null, after } : differences(before, after)
}

/** Two events speak of the same part when no word that both use to name one differs. */
function samePart(one: unknown, other: unknown): boolean {
  const [left, right] = [one, other] as (Fields | null | undefined)[]
  return PARTS.every(part => left?.[part] == null || right?.[part] == null || left[part] === right[part])
}

function differences(before: Fields, after: Fields): { before: Fields; after: Fields } {
  const changed = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    field => JSON.stringify(before[field]) !== JSON.stringify(after[field]),
  )
  const pick = (fields: Fields) =>
    Object.fromEntries(changed.filter(field => Object.hasOwn(fields, field)).map(field => [field, fields[field]]))
  return { before: pick(before), after: pick(after) }
}

/** The values of an event by their path. */
export function fieldsOf(data: unknown): Fields {
  const fields: Fields = {}
  const walk = (value: unknown, path: string) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      if (path !== '') fields[path] = value
      return
    }
    for (const [key, inner] of Object.entries(value)) walk(inner, path === '' ? key : `${path}.${key}`)
  }
  walk(data, '')
  return fields
}
