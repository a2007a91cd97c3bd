import { type Field, readFields } from './wire.ts'

/** The value of a metric as it was written; what it means depends on the datatype. */
export type Written =
  | { as: 'int' | 'long'; value: bigint }
  | { as: 'float' | 'double'; value: number }
  | { as: 'boolean'; value: boolean }
  | { as: 'string'; value: string }
  /** Bytes, a data set or a template: nothing that a channel can be. */
  | { as: 'other' }

export interface Metric {
  name: string | null
  alias: bigint | null
  /** ms since 1970 */
  timestamp: bigint | null
  datatype: number | null
  historical: boolean
  null: boolean
  value: Written | null
  /** `Quality` and `engUnit` of the metric's properties. */
  quality: bigint | null
  unit: string | null
}

export interface Payload {
  timestamp: bigint | null
  seq: bigint | null
  metrics: Metric[]
  /** Names the form of the body, when there is one. */
  uuid: string | null
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
class Malformed extends Error {}

/** Reads a payload of Sparkplug B (the field table of its protobuf); null when the bytes are none. Never throws. */
export function readPayload(bytes: Uint8Array): Payload | null {
  try {
    return payloadOf(bytes)
  } catch {
    return null
  }
}

function payloadOf(bytes: Uint8Array): Payload {
  const payload: Payload = { timestamp: null, seq: null, metrics: [], uuid: null }
  for (const field of fieldsOf(bytes)) {
    if (field.number === 1) payload.timestamp = varintOf(field)
    else if (field.number === 2) payload.metrics.push(metricOf(bytesOf(field)))
    else if (field.number === 3) payload.seq = varintOf(field)
    else if (field.number === 4) payload.uuid = textOf(field)
  }
  return payload
}

function metricOf(bytes: Uint8Array): Metric {
  const metric: Metric = {
    name: null,
    alias: null,
    timestamp: null,
    datatype: null,
    historical: false,
    null: false,
    value: null,
    quality: null,
    unit: null,
  }
  for (const field of fieldsOf(bytes)) addTo(metric, field)
  return metric
}

function addTo(metric: Metric, field: Field): void {
  switch (field.number) {
    case 1:
      metric.name = textOf(field)
      break
    case 2:
      metric.alias = varintOf(field)
      break
    case 3:
      metric.timestamp = varintOf(field)
      break
    case 4:
      metric.datatype = Number(varintOf(field))
      break
    case 5:
      metric.historical = varintOf(field) !== 0n
      break
    case 7:
      metric.null = varintOf(field) !== 0n
      break
    case 9:
      Object.assign(metric, propertiesOf(bytesOf(field)))
      break
    default:
      // The members of the oneof; the last one that is written counts.
      metric.value = writtenOf(field) ?? metric.value
  }
}

function writtenOf(field: Field): Written | null {
  switch (field.number) {
    case 10:
      return { as: 'int', value: varintOf(field) }
    case 11:
      return { as: 'long', value: varintOf(field) }
    case 12:
      if (field.type !== 'fixed32') throw new Malformed()
      return { as: 'float', value: field.value.getFloat32(0, true) }
    case 13:
      if (field.type !== 'fixed64') throw new Malformed()
      return { as: 'double', value: field.value.getFloat64(0, true) }
    case 14:
      return { as: 'boolean', value: varintOf(field) !== 0n }
    case 15:
      return { as: 'string', value: textOf(field) }
    case 16:
    case 17:
    case 18:
      bytesOf(field)
      return { as: 'other' }
    default:
      return null
  }
}

/** A property set: names in field 1, values in field 2, in the same order. */
function propertiesOf(bytes: Uint8Array): Pick<Metric, 'quality' | 'unit'> {
  const fields = fieldsOf(bytes)
  const keys = fields.filter(({ number }) => number === 1).map(textOf)
  const values = fields.filter(({ number }) => number === 2).map(field => fieldsOf(bytesOf(field)))
  if (keys.length !== values.length) throw new Malformed()
  const memberOf = (key: string, number: number) =>
    values[keys.lastIndexOf(key)]?.findLast(field => field.number === number)
  const quality = memberOf('Quality', 3) ?? memberOf('Quality', 4)
  const unit = memberOf('engUnit', 8)
  return {
    quality: quality === undefined ? null : varintOf(quality),
    unit: unit === undefined ? null : textOf(unit),
  }
}

function fieldsOf(bytes: Uint8Array): Field[] {
  const fields = readFields(bytes)
  if (fields === null) throw new Malformed()
  return fields
}

function varintOf(field: Field): bigint {
  if (field.type !== 'varint') throw new Malformed()
  return field.value
}

function bytesOf(field: Field): Uint8Array {
  if (field.type !== 'bytes') throw new Malformed()
  return field.value
}

const textOf = (field: Field): string => utf8.decode(bytesOf(field))
