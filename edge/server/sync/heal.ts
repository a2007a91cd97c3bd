import type { KeyObject } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { hexOf } from '@flowviz/contract/chain'
import { codeOf, FlowError } from '@flowviz/contract/error'
import type { RestoredMarker } from '@flowviz/contract/restore'
import type { Logger } from 'pino'
import type { PlantReader, TelemetryReader, TelemetryWriter } from '../parts.ts'
import type { PlantWriter } from '../writer/command.ts'
import { boxActor } from './actor.ts'
import { epochSpans, epochStarts } from './epoch.ts'
import { type Headquarters, headquarters } from './headquarters.ts'
import { passes } from './lane.ts'
import { readMarker, removeMarker } from './marker.ts'
import { pullLedger, pullReadings } from './pull.ts'
import { tokenMaker } from './token.ts'

const DEADLINE_MS = 10_000
const AGAIN_MS = 500
const PATIENCE = { usual_ms: 3_000, restored_ms: 20_000 }

/** What headquarters gave back, or that it could not be asked. */
export interface Healed {
  outcome: 'whole' | 'healed' | 'not_asked' | 'new_epoch' | 'forked'
  events: number
  readings: number
}

export interface HealParts {
  dataDir: string
  /** Null: the plant works alone. */
  cloudUrl: string | null
  site: string
  signer: KeyObject
  reader: PlantReader
  telemetry: TelemetryReader
  writer: PlantWriter
  telemetryWriter: TelemetryWriter
  now: () => number
  newId: () => string
  logger: Logger
  /** How long headquarters is asked at a usual start, and after a restore. */
  patience?: { usual_ms: number; restored_ms: number }
}

/**
 * To be awaited before anything may write: takes back what headquarters acknowledged and this box has lost. With a
 * restored file it waits up to 20 s for an answer and else begins a new epoch, so that two histories never get the same
 * numbers; without one it asks for 3 s only, because a plant that starts without WAN must not wait.
 * Throws only what the store throws.
 */
export async function healBeforeServing(parts: HealParts): Promise<Healed> {
  const { cloudUrl, reader, writer, logger, patience = PATIENCE } = parts
  const marker = readMarker(parts.dataDir, reader.head().seq)
  if (cloudUrl === null) {
    if (marker !== null) await closeSeam(parts, marker, { events: 0, readings: 0 })
    return { outcome: 'not_asked', events: 0, readings: 0 }
  }
  const before = { seq: marker?.restored_seq ?? reader.head().seq, reading: parts.telemetry.lastSeq() }
  const failure = await healWithin(parts, marker === null ? patience.usual_ms : patience.restored_ms, cloudUrl)
  const got = { events: writer.head().seq - before.seq, readings: parts.telemetry.lastSeq() - before.reading }
  if (failure === null || marker === null) {
    if (marker !== null || got.events + got.readings > 0)
      await closeSeam(parts, marker ?? { v: 1, source: 'unknown', restored_seq: before.seq, refused: [] }, got)
    if (failure === null) return { outcome: got.events + got.readings > 0 ? 'healed' : 'whole', ...got }
    logger.warn({ code: codeOf(failure) }, 'headquarters could not be asked at the start; serving what is here')
    return { outcome: codeOf(failure) === 'ledger_fork' ? 'forked' : 'not_asked', ...got }
  }
  await leaveEpoch(parts, marker, failure)
  return { outcome: 'new_epoch', ...got }
}

/** Tries until nothing has come for `patience_ms`; null when this box holds all that headquarters holds. */
async function healWithin(parts: HealParts, patience_ms: number, url: string): Promise<FlowError | null> {
  const tokens = tokenMaker(parts)
  const deadline_ms = Math.min(DEADLINE_MS, patience_ms)
  const hq = headquarters({ url, site: parts.site, tokens, deadline_ms, signal: new AbortController().signal })
  // A timer, not the clock: a box that just started may set its clock by hours.
  let patience = AbortSignal.timeout(patience_ms)
  for (;;) {
    const seq = parts.writer.head().seq
    try {
      await heal(parts, hq)
      return null
    } catch (error) {
      if (parts.writer.head().seq > seq) patience = AbortSignal.timeout(patience_ms)
      const failure = error instanceof FlowError ? error : new FlowError('internal', undefined, { cause: error })
      parts.logger.warn({ err: failure }, 'headquarters did not heal this box')
      if (!passes(failure) || patience.aborted) return failure
      await pause(AGAIN_MS)
    }
  }
}

async function heal(parts: HealParts, hq: Headquarters): Promise<void> {
  const { reader, writer, telemetry, telemetryWriter } = parts
  const there = await hq.head()
  const ours = writer.head()
  const ahead = there.ledger.epoch > ours.epoch || (there.ledger.epoch === ours.epoch && there.ledger.seq > ours.seq)
  if (ahead) await pullLedger({ hq, writer, target: there.ledger })
  else if (there.ledger.seq > 0 && there.ledger.epoch === ours.epoch) {
    const [row] = reader.ledgerRows(there.ledger.seq, 1)
    if (row === undefined || hexOf(row.hash) !== there.ledger.hash)
      throw new FlowError('ledger_fork', `Headquarters holds another event ${there.ledger.seq}.`)
  }
  await pullReadings({ hq, spans: epochSpans(reader), telemetry, telemetryWriter })
}

async function closeSeam(
  { writer, site, dataDir }: HealParts,
  marker: RestoredMarker,
  got: { events: number; readings: number },
): Promise<void> {
  await writer.submit('record', {
    type: 'ledger.restored',
    actor: boxActor(site),
    subject: `site:${site}`,
    data: {
      source: marker.source,
      restored_seq: marker.restored_seq,
      healed_events: got.events,
      healed_readings: got.readings,
      refused: marker.refused,
    },
    occurred_at: null,
  })
  removeMarker(dataDir)
}

/** Begins the next epoch once for a restore: a crash before the marker is gone must not begin another one. */
async function leaveEpoch(parts: HealParts, marker: RestoredMarker, failure: FlowError): Promise<void> {
  const { reader, writer, telemetry, site, dataDir, logger } = parts
  const last = epochStarts(reader).at(-1)
  if (last === undefined || last.seq !== writer.head().seq) {
    const refused = marker.refused.length === 0 ? '' : `; refused: ${marker.refused.join('; ')}`
    const { epoch } = await writer.submit('start-epoch', {
      actor: boxActor(site),
      cause: `restored from ${marker.source} without headquarters (${failure.code})${refused}`,
      readings_seq: telemetry.lastSeq(),
    })
    logger.warn({ epoch }, 'restored without headquarters: a new epoch began')
  }
  removeMarker(dataDir)
}
