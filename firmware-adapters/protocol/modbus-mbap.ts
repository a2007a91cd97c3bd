const HEADER = 7
const LENGTH_MAX = 254

/** A unit and its PDU under a transaction id, as Modbus TCP sends it. */
export function mbapFrame(transaction: number, body: Uint8Array): Uint8Array {
  const { length } = body
  return Uint8Array.of(transaction >> 8, transaction & 0xff, 0, 0, length >> 8, length & 0xff, ...body)
}

export interface MbapFrame {
  transaction: number
  /** Unit id, function code and the rest. */
  body: Uint8Array
}

/** Takes the first whole frame off the front. `broken` means that the stream cannot be followed any more. */
export function takeMbap(received: Uint8Array): { frame: MbapFrame; rest: Uint8Array } | 'more' | 'broken' {
  if (received.length < HEADER) return 'more'
  const length = (received[4]! << 8) | received[5]!
  if (received[2] !== 0 || received[3] !== 0 || length < 2 || length > LENGTH_MAX) return 'broken'
  if (received.length < 6 + length) return 'more'
  const transaction = (received[0]! << 8) | received[1]!
  return { frame: { transaction, body: received.slice(6, 6 + length) }, rest: received.slice(6 + length) }
}
