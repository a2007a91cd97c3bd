const EXCEPTION_LENGTH = 5
const CRC_LENGTH = 2

/** CRC-16 of Modbus: start FFFFh, reflected polynomial A001h; travels low byte first. */
export function crc16(bytes: Uint8Array): number {
  let crc = 0xffff
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >> 1) ^ 0xa001 : crc >> 1
  }
  return crc
}

/** The frame with its checksum behind it. */
export function withCrc(body: Uint8Array): Uint8Array {
  const crc = crc16(body)
  return Uint8Array.of(...body, crc & 0xff, crc >> 8)
}

/** True for a frame whose last two bytes are its checksum. */
export function crcHolds(frame: Uint8Array): boolean {
  if (frame.length < 4) return false
  const crc = crc16(frame.subarray(0, -CRC_LENGTH))
  return frame.at(-2) === (crc & 0xff) && frame.at(-1) === crc >> 8
}

/** Length of the answer to an RTU request: the protocol has no terminator, and its silences cannot be measured here. */
export function replyLength(request: Uint8Array): number {
  const quantity = (request[4]! << 8) | request[5]!
  switch (request[1]) {
    case 1:
    case 2:
      return 3 + Math.ceil(quantity / 8) + CRC_LENGTH
    case 3:
    case 4:
      return 3 + quantity * 2 + CRC_LENGTH
    default:
      return 8
  }
}

/**
 * Looks for the answer to `request` in what was received: right unit, function code, length and checksum, or an
 * exception. Bytes before it are noise. Null while there is none.
 */
export function findReply(received: Uint8Array, request: Uint8Array): { frame: Uint8Array; noise: number } | null {
  const [unit, code] = request
  const length = replyLength(request)
  for (let at = 0; at + EXCEPTION_LENGTH <= received.length; at++) {
    if (received[at] !== unit) continue
    const size = received[at + 1] === code ? length : received[at + 1] === (code! | 0x80) ? EXCEPTION_LENGTH : 0
    if (size === 0 || at + size > received.length) continue
    const frame = received.slice(at, at + size)
    if (size === length && code! <= 4 && frame[2] !== length - 5) continue
    // An adapter that echoes gives our own read back; in form it can be the answer to it.
    if (crcHolds(frame) && !isEcho(frame, request)) return { frame, noise: at }
  }
  return null
}

const isEcho = (frame: Uint8Array, request: Uint8Array) =>
  request[1]! <= 4 && frame.length === request.length && frame.every((byte, at) => byte === request[at])
