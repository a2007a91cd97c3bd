/** A metric to be written; ints as they stand on the wire. */
export interface Writable {
  name?: string
  alias?: number
  timestamp_ms?: number
  datatype?: number
  historical?: boolean
  null?: boolean
  value?: { long: bigint } | { int: number } | { float: number } | { double: number } | { boolean: boolean }
}

/** A payload of Sparkplug B as bytes. */
export function writePayload(payload: {
  timestamp_ms?: number
  metrics: readonly Writable[]
  seq?: number
}): Uint8Array {
  const { timestamp_ms, metrics, seq } = payload
  return Uint8Array.from([
    ...(timestamp_ms === undefined ? [] : varintField(1, BigInt(timestamp_ms))),
    ...metrics.flatMap(metric => bytesField(2, metricBytes(metric))),
    ...(seq === undefined ? [] : varintField(3, BigInt(seq))),
  ])
}

/** Asks a node to tell all of its metrics anew (`Node Control/Rebirth`). */
export const rebirthRequest = (timestamp_ms: number): Uint8Array =>
  writePayload({
    timestamp_ms,
    metrics: [{ name: 'Node Control/Rebirth', timestamp_ms, datatype: 11, value: { boolean: true } }],
  })

function metricBytes({ name, alias, timestamp_ms, datatype, historical, value, ...rest }: Writable): number[] {
  return [
    ...(name === undefined ? [] : bytesField(1, [...new TextEncoder().encode(name)])),
    ...(alias === undefined ? [] : varintField(2, BigInt(alias))),
    ...(timestamp_ms === undefined ? [] : varintField(3, BigInt(timestamp_ms))),
    ...(datatype === undefined ? [] : varintField(4, BigInt(datatype))),
    ...(historical === undefined ? [] : varintField(5, historical ? 1n : 0n)),
    ...(rest.null === undefined ? [] : varintField(7, rest.null ? 1n : 0n)),
    ...(value === undefined ? [] : valueField(value)),
  ]
}

function valueField(value: NonNullable<Writable['value']>): number[] {
  if ('int' in value) return varintField(10, BigInt(value.int))
  if ('long' in value) return varintField(11, value.long)
  if ('boolean' in value) return varintField(14, value.boolean ? 1n : 0n)
  const view = new DataView(new ArrayBuffer('float' in value ? 4 : 8))
  if ('float' in value) view.setFloat32(0, value.float, true)
  else view.setFloat64(0, value.double, true)
  const bytes = [...new Uint8Array(view.buffer)]
  return 'float' in value ? [12 * 8 + 5, ...bytes] : [13 * 8 + 1, ...bytes]
}

const bytesField = (number: number, bytes: readonly number[]): number[] => [
  ...varint(BigInt(number * 8 + 2)),
  ...varint(BigInt(bytes.length)),
  ...bytes,
]

const varintField = (number: number, value: bigint): number[] => [...varint(BigInt(number * 8)), ...varint(value)]

function varint(value: bigint): number[] {
  const bytes: number[] = []
  let rest = BigInt.asUintN(64, value)
  for (; rest > 0x7fn; rest >>= 7n) bytes.push(Number(rest & 0x7fn) | 0x80)
  bytes.push(Number(rest))
  return bytes
}
