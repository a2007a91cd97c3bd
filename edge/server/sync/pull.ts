import { hash } from 'node:crypto'
import { bytesOf, hexOf, rowHash } from '@flowviz/contract/chain'
import { FlowError } from '@flowviz/contract/error'
import type { LedgerHead } from '@flowviz/contract/sync'
import type { TelemetryReader, TelemetryWriter } from '../parts.ts'
import type { PlantWriter } from '../writer/command.ts'
import { objectOf } from './answer.ts'
import { type EpochSpan, spanOfReading } from './epoch.ts'
import type { Headquarters } from './headquarters.ts'

const sha256 = (bytes: Uint8Array) => hash('sha256', bytes, 'buffer')

/** The hash after these bodies, as hex. */
export function chainOver(from: string, bodies: string[]): string {
  return hexOf(bodies.reduce<Uint8Array>((previous, body) => rowHash(sha256, previous, body), bytesOf(from)))
}

/** A stretch of one epoch that headquarters holds and this box lacks. */
interface Segment {
  epoch: number
  to_seq: number
}

/**
 * Appends what headquarters holds after this box's head, up to `target`, and gives the number of rows. Nothing is
 * appended before the whole stretch is known to end in the hash of `target`: a body proves nothing by itself, only the
 * end of the chain does. It is read twice instead of kept, because it may be larger than the memory.
 * @throws FlowError chain_broken when it does not end there, ledger_fork when this box's head is not on the way to it.
 */
export async function pullLedger(options: {
  hq: Headquarters
  writer: PlantWriter
  target: LedgerHead
}): Promise<number> {
  const { hq, writer, target } = options
  const start = writer.head()
  const ends: string[] = []
  let end = start.hash
  const segments = await segmentsBetween(hq, start, target)
  await walk({ hq, segments, from: start.seq }, async bodies => {
    end = chainOver(end, bodies)
    ends.push(end)
  })
  if (end !== target.hash) throw new FlowError('chain_broken', 'What headquarters sent does not give its own head.')
  let at = 0
  await walk({ hq, segments, from: start.seq }, async (bodies, from_seq) => {
    const head = ends[at++]
    if (head === undefined || chainOver(writer.head().hash, bodies) !== head)
      throw new FlowError('chain_broken', 'Headquarters sent two different answers.')
    await writer.submit('append-healed', { from_seq, bodies, head })
  })
  return target.seq - start.seq
}

async function walk(
  { hq, segments, from }: { hq: Headquarters; segments: Segment[]; from: number },
  take: (bodies: string[], from_seq: number) => Promise<void>,
): Promise<void> {
  let seq = from
  for (const { epoch, to_seq } of segments) {
    while (seq < to_seq) {
      const bodies = (await hq.ledger(epoch, seq + 1)).slice(0, to_seq - seq)
      if (bodies.length === 0 || seqOf(bodies[0]!) !== seq + 1)
        throw new FlowError('ledger_gap', `Headquarters does not hold event ${seq + 1} of epoch ${epoch}.`)
      await take(bodies, seq + 1)
      seq += bodies.length
    }
  }
}

/** Each epoch ends where the next one begins; what headquarters holds of it behind that is off this way. */
async function segmentsBetween(hq: Headquarters, start: LedgerHead, target: LedgerHead): Promise<Segment[]> {
  const segments: Segment[] = [{ epoch: target.epoch, to_seq: target.seq }]
  for (let epoch = target.epoch; epoch > start.epoch; epoch -= 1) {
    const first = (await hq.ledger(epoch, 1))[0]
    if (first === undefined) continue
    const to_seq = seqOf(first) - 1
    if (to_seq < start.seq)
      throw new FlowError('ledger_fork', `Epoch ${epoch} at headquarters left this history at event ${to_seq}.`)
    segments.unshift({ epoch: epoch - 1, to_seq })
  }
  return segments
}

/** The number inside a body; 0 when it has none. */
export function seqOf(body: string): number {
  const seq = objectOf(body)?.seq
  return typeof seq === 'number' ? seq : 0
}

/** Takes back the readings that headquarters holds behind this box's last one; gives their number. */
export async function pullReadings(options: {
  hq: Headquarters
  spans: EpochSpan[]
  telemetry: TelemetryReader
  telemetryWriter: TelemetryWriter
}): Promise<number> {
  const { hq, spans, telemetry, telemetryWriter } = options
  let count = 0
  for (;;) {
    const from = telemetry.lastSeq() + 1
    const span = spanOfReading(spans, from)
    const held = (await hq.readings(span.epoch, from)).filter(reading => reading.seq <= span.readings_to)
    if (held.length === 0 || held[0]!.seq !== from) return count
    count += await telemetryWriter.heal(held)
    if (telemetry.lastSeq() < from) throw new FlowError('storage_failed', 'Readings were not taken back.')
  }
}
