/** No device of a plant has more to say at once (device-protocols.md C4: aedes itself has no limit). */
export const PACKET_BYTES_MAX = 65_536

/**
 * Follows the packets of one MQTT connection by their fixed headers (MQTT 3.1.1, 2.2) and says false as soon as one
 * announces more bytes than allowed, or a length that is none: before a byte of it is kept.
 */
export function packetGuard(most = PACKET_BYTES_MAX): (chunk: Uint8Array) => boolean {
  /** Bytes of the present packet that are still to come. */
  let rest = 0
  let inLength = false
  let length = 0
  let factor = 1

  /** One byte of the remaining length: seven bits, and whether another follows; four bytes at most. */
  const takeLength = (byte: number): boolean => {
    length += (byte & 0x7f) * factor
    factor *= 128
    const isLast = byte < 0x80
    if (isLast) {
      inLength = false
      rest = length
    }
    return length <= most && (isLast || factor <= 128 ** 3)
  }
  const begin = () => {
    inLength = true
    length = 0
    factor = 1
  }
  return chunk => {
    for (let at = 0; at < chunk.length; at += 1) {
      if (rest > 0) {
        const step = Math.min(rest, chunk.length - at)
        rest -= step
        at += step - 1
      } else if (!inLength) begin()
      else if (!takeLength(chunk[at]!)) return false
    }
    return true
  }
}
