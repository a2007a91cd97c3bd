// MQTT 3.1.1, only what a publishing client needs, so that the generator costs less than what it measures.

const text = (value: string) => {
  const bytes = Buffer.from(value)
  const length = Buffer.alloc(2)
  length.writeUInt16BE(bytes.length)
  return Buffer.concat([length, bytes])
}

function packet(type: number, body: Buffer): Buffer {
  const length: number[] = []
  let rest = body.length
  do {
    length.push((rest & 0x7f) | (rest > 0x7f ? 0x80 : 0))
    rest >>= 7
  } while (rest > 0)
  return Buffer.concat([Buffer.from([type, ...length]), body])
}

/** CONNECT with a clean session, keep-alive off (3.1). */
export function connectPacket(client: string, identity: string, secret: string): Buffer {
  const flags = 0b1100_0010
  const header = Buffer.from([...text('MQTT'), 4, flags, 0, 0])
  return packet(0x10, Buffer.concat([header, text(client), text(identity), text(secret)]))
}

/** A PUBLISH with QoS 1 (3.3), and where its packet id stands. */
export function publishPacket(topic: string, payload: Buffer): { bytes: Buffer; idAt: number } {
  const bytes = packet(0x32, Buffer.concat([text(topic), Buffer.alloc(2), payload]))
  return { bytes, idAt: bytes.length - payload.length - 2 }
}

export const CONNACK_BYTES = 4
export const PUBACK_BYTES = 4

/** Return code of a CONNACK (3.2); 0 is accepted. */
export const connackCode = (bytes: Buffer) => (bytes[0] === 0x20 ? bytes[3]! : -1)
/** Packet id of a PUBACK (3.4) at an offset. @throws when the bytes are another packet. */
export function pubackId(bytes: Buffer, at: number): number {
  if (bytes[at] !== 0x40) throw new Error(`not a PUBACK: ${bytes.subarray(at, at + PUBACK_BYTES).toString('hex')}`)
  return bytes.readUInt16BE(at + 2)
}
