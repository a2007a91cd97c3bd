import { isJson, type Json } from './finding.ts'
import { canonicalUri } from './gs1-uri.ts'

export const EPCS = ['epcList', 'childEPCs', 'inputEPCList', 'outputEPCList']
export const CLASSES = ['quantityList', 'childQuantityList', 'inputQuantityList', 'outputQuantityList']

export const listIn = (held: unknown, key: string): unknown[] =>
  isJson(held) && Array.isArray(held[key]) ? held[key] : []

/** Single things that an event names in some of its lists. */
export const epcsIn = (event: Json, fields: readonly string[]): unknown[] =>
  fields.flatMap(field => listIn(event, field))

/** Classes of goods that an event names in some of its lists. */
export const classesIn = (event: Json, fields: readonly string[]): unknown[] =>
  fields.flatMap(field => listIn(event, field).map(one => (isJson(one) ? one.epcClass : null)))

/** All goods that an event names, each once and in the form that equal things share. */
export function goodsOf(event: Json): string[] {
  const named = [event.parentID, ...epcsIn(event, EPCS), ...classesIn(event, CLASSES)]
  return [...new Set(named.flatMap(uri => (typeof uri === 'string' ? [canonicalUri(uri)] : [])))]
}
