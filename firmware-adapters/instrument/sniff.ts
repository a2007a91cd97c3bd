import type { SerialLine } from '@flowviz/contract/device'
import type { Pace } from '../driver.ts'
import type { ByteTransport } from '../transport/byte.ts'
import { LIKELY, SURE } from './match.ts'
import { type Recognised, recognise } from './recognise.ts'

/** Opens a line; hands in what touches the machine. */
export type OpenLine = (line: SerialLine) => Promise<ByteTransport>

export interface SniffOptions {
  path: string
  open: OpenLine
  pace: Pace
  /** Tried in this order, until one is sure. */
  bauds: readonly number[]
  /** How long each of them is listened to. */
  listen_ms: number
}

/** What was heard of a line with the baud rate with which it made the most sense. */
export interface Sniffed extends Recognised {
  path: string
  baud: number | null
  /** Bytes that were heard with that rate, the last of them in hex. */
  bytes: number
  raw: string
  /** Every rate that was listened to. */
  tried: { baud: number; bytes: number; score: number }[]
}

/** The usual ones first. */
export const BAUDS = [9_600, 19_200, 4_800, 2_400, 38_400, 1_200, 57_600, 115_200] as const

const RAW_MAX = 256
const BYTES_MAX = 16_384
/** So many times longer is a rate listened to that makes some sense. */
const LONGER = 3

/**
 * Listens to a line, and never writes. A port that is opened 8N1 hears 7E1 and 7O1 as well, so only the rates have to be
 * tried. Rates are those of the line that make sense; where nobody speaks, nothing is known.
 * @throws FlowError port_missing, port_denied, port_taken, comm_lost
 */
export async function sniff(options: SniffOptions): Promise<Sniffed> {
  const { path, bauds, listen_ms } = options
  const tried: Sniffed['tried'] = []
  let found: { baud: number; heard: Uint8Array; recognised: Recognised } | null = null
  for (const baud of bauds) {
    let heard = await listen(options, { baud, ms: listen_ms })
    let recognised = recognise(heard)
    const score = recognised.matches[0]?.score ?? 0
    if (score > LIKELY && score < SURE) {
      heard = await listen(options, { baud, ms: listen_ms * LONGER })
      recognised = recognise(heard)
    }
    const [match] = recognised.matches
    tried.push({ baud, bytes: heard.length, score: match?.score ?? 0 })
    const before = found?.recognised.matches[0]?.score ?? 0
    if (found === null || (match?.score ?? 0) > before) found = { baud, heard, recognised }
    if (match !== undefined && match.score >= SURE) break
  }
  const recognised = found?.recognised ?? recognise(new Uint8Array())
  const heard = found?.heard ?? new Uint8Array()
  return {
    path,
    baud: recognised.matches.length > 0 ? found!.baud : null,
    ...recognised,
    bytes: heard.length,
    raw: Buffer.from(heard.subarray(-RAW_MAX)).toString('hex'),
    tried,
  }
}

async function listen(
  { path, open, pace }: SniffOptions,
  { baud, ms }: { baud: number; ms: number },
): Promise<Uint8Array> {
  const line = await open({ path, baud, format: '8N1' })
  const heard: number[] = []
  const reading = (async () => {
    for await (const chunk of line.read()) if (heard.length < BYTES_MAX) heard.push(...chunk)
  })()
  try {
    // What the adapter still held was heard with another rate.
    await line.flush()
    await pace.wait(ms)
  } finally {
    await line.close()
    await reading
  }
  return Uint8Array.from(heard)
}
