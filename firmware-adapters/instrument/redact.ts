import type { Capture, CaptureRecord } from './capture-file.ts'

/** What scales tell of themselves: names and serial numbers in quotation marks, or behind a colon. */
const TOLD =
  /"(?<quoted>[^"\r\n]{1,80})"|\n(?:SN |MFG|MOD|REV):(?<named>[^\r\n]{1,80})\r|VER (?<version>[^\r\n]{1,80})\r/dg

/**
 * The same capture without what tells the plant: place, time, serial numbers and names of types. Weights stay, and so
 * does the length of every frame, so that it replays as before; a frame with a checksum is left as it is.
 */
export function redact({ head, records }: Capture): Capture {
  const { started_at: _, transport: __, ...kept } = head
  const received = records.filter(({ dir }) => dir === 'rx')
  const text = Buffer.from(received.map(({ hex }) => hex).join(''), 'hex').toString('latin1')
  let masked = text
  for (const { indices } of text.matchAll(TOLD)) {
    const span = Object.values(indices?.groups ?? {}).find(found => found !== undefined)
    if (span === undefined) continue
    const [from, to] = span
    masked = masked.slice(0, from) + masked.slice(from, to).replace(/[A-Za-z0-9]/g, 'x') + masked.slice(to)
  }
  return { head: { ...kept, redacted: true }, records: spread(records, Buffer.from(masked, 'latin1')) }
}

/** The received bytes back into the records that they came in. */
function spread(records: readonly CaptureRecord[], bytes: Buffer): CaptureRecord[] {
  let at = 0
  return records.map(record => {
    if (record.dir === 'tx') return record
    const length = record.hex.length / 2
    const hex = bytes.subarray(at, at + length).toString('hex')
    at += length
    return { ...record, hex }
  })
}
