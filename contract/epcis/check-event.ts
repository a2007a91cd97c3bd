import { below, type Finding, isJson, type Json, odd, wrong } from './finding.ts'
import { wrongCheckDigit } from './gs1-uri.ts'
import { compactOf, type Namespaces } from './namespace.ts'
import { COMMON, FIELDS, fieldsOf, isUri } from './shape.ts'

const NEED: Readonly<Record<string, readonly string[]>> = {
  ObjectEvent: ['action'],
  AggregationEvent: ['action'],
  AssociationEvent: ['action', 'parentID'],
  TransactionEvent: ['action', 'bizTransactionList'],
  TransformationEvent: [],
}

const some = (value: unknown): boolean => Array.isArray(value) && value.length > 0

/** What has to be there together, which no single field says. */
const WHOLE: Readonly<Record<string, (event: Json) => string | null>> = {
  ObjectEvent: event => {
    const { epcList, quantityList, sensorElementList, readPoint, ilmd, action } = event
    if (ilmd !== undefined && action !== 'ADD') return 'has ilmd, which only ADD may have'
    if (Array.isArray(epcList) || some(quantityList) || (some(sensorElementList) && readPoint !== undefined))
      return null
    return 'names nothing: epcList, quantityList, or sensors with a readPoint'
  },
  AggregationEvent: childless,
  AssociationEvent: childless,
  TransactionEvent: ({ action, epcList, quantityList, bizTransactionList }) => {
    if (Array.isArray(bizTransactionList) && bizTransactionList.length === 0) return 'has an empty bizTransactionList'
    return action === 'DELETE' || Array.isArray(epcList) || some(quantityList) ? null : 'names no goods'
  },
  TransformationEvent: event => {
    const input = some(event.inputEPCList) || some(event.inputQuantityList)
    const output = some(event.outputEPCList) || some(event.outputQuantityList)
    if ((input && output) || (event.transformationID !== undefined && (input || output))) return null
    return 'needs inputs and outputs, or a transformationID and one of them'
  },
}

function childless({ action, childEPCs, childQuantityList }: Json): string | null {
  return action === 'DELETE' || some(childEPCs) || some(childQuantityList) ? null : 'has no children'
}

/** What the shape of an event says against it. */
export function checkEvent(event: unknown, pointer: string, namespaces: Namespaces): Finding[] {
  if (!isJson(event)) return wrong(pointer, 'is no event')
  const type = typeof event.type === 'string' ? event.type : ''
  const own = Object.hasOwn(FIELDS, type) ? FIELDS[type] : undefined
  if (own === undefined && !isUri(type))
    return wrong(below(pointer, 'type'), `${JSON.stringify(event.type)} is no event`)
  const need = ['type', 'eventTime', 'eventTimeZoneOffset', ...(NEED[type] ?? [])]
  // An event of a foreign type has fields that nobody here knows.
  const checks = own === undefined ? { ...foreign(event), ...COMMON } : { ...COMMON, ...own }
  const shape = fieldsOf(checks, { need, open: true })(event, pointer)
  const whole = WHOLE[type]?.(event) ?? null
  return [...shape, ...(whole === null ? [] : wrong(pointer, whole)), ...meaning(event, pointer, namespaces)]
}

const foreign = (event: Json) => Object.fromEntries(Object.keys(event).map(name => [name, () => []]))

/** What a schema cannot see. */
function meaning(event: Json, pointer: string, namespaces: Namespaces): Finding[] {
  return [
    ...prefixes(event, pointer, namespaces),
    ...parentless(event, pointer),
    ...(event.recordTime === undefined
      ? []
      : odd(below(pointer, 'recordTime'), 'is set by who captures; what was sent is not kept', 'record_time')),
    ...digits(event, pointer),
    ...numbers(event, pointer),
    ...unbalanced(event, pointer),
  ]
}

/** Names whose prefix no context defines: nobody could tell what they mean. */
function prefixes(value: unknown, pointer: string, namespaces: Namespaces): Finding[] {
  if (Array.isArray(value)) return value.flatMap((one, at) => prefixes(one, below(pointer, at), namespaces))
  if (!isJson(value)) return []
  return Object.entries(value).flatMap(([name, held]) => {
    if (name === '@context') return []
    const compact = compactOf(name)
    const isKnown = compact === null || compact.prefix === 'urn' || Object.hasOwn(namespaces, compact.prefix)
    const here = isKnown ? [] : wrong(below(pointer, name), `the prefix ${compact.prefix} is not defined`, 'prefix')
    return [...here, ...prefixes(held, below(pointer, name), namespaces)]
  })
}

function parentless({ type, action, parentID }: Json, pointer: string): Finding[] {
  if (type !== 'AggregationEvent' || action === 'OBSERVE' || parentID !== undefined) return []
  return wrong(pointer, `lacks parentID, which ${String(action)} needs`, 'parent')
}

function digits(value: unknown, pointer: string): Finding[] {
  if (typeof value === 'string') {
    const found = wrongCheckDigit(value)
    if (found === null) return []
    return (found.isFoundBy ? wrong : odd)(pointer, `the check digit of ${found.digits} is wrong`, 'check_digit')
  }
  if (Array.isArray(value)) return value.flatMap((one, at) => digits(one, below(pointer, at)))
  if (!isJson(value)) return []
  return Object.entries(value).flatMap(([name, held]) =>
    name === '@context' ? [] : digits(held, below(pointer, name)),
  )
}

/** Numbers that JSON can say and a double cannot keep. */
function numbers(value: unknown, pointer: string): Finding[] {
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) return wrong(pointer, 'is too large a number', 'number')
    const isKept = !Number.isInteger(value) || Number.isSafeInteger(value)
    return isKept ? [] : odd(pointer, 'is kept to 15 digits', 'number')
  }
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, held]) => numbers(held, below(pointer, name)))
}

/** More came out than went in, where both sides are said in one event and one unit. */
function unbalanced({ type, inputQuantityList, outputQuantityList }: Json, pointer: string): Finding[] {
  if (type !== 'TransformationEvent') return []
  const input = total(inputQuantityList)
  const output = total(outputQuantityList)
  if (input === null || output === null || input.uom !== output.uom || output.sum <= input.sum * 1.000001) return []
  const text = `${output.sum} ${output.uom} came of ${input.sum} ${input.uom}`
  return odd(below(pointer, 'outputQuantityList'), text, 'balance')
}

function total(list: unknown): { sum: number; uom: string } | null {
  if (!some(list)) return null
  const rows = (list as unknown[]).filter(isJson)
  const uom = rows[0]?.uom
  if (typeof uom !== 'string' || rows.some(row => row.uom !== uom || typeof row.quantity !== 'number')) return null
  return { uom, sum: rows.reduce((sum, row) => sum + (row.quantity as number), 0) }
}
