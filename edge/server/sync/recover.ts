import type { EventData } from '@flowviz/contract/event'
import type { Actor } from '@flowviz/contract/identity'
import type { Logger } from 'pino'
import type { PlantReader } from '../parts.ts'
import type { PlantWriter } from '../writer/command.ts'
import { type EpochSpan, epochStarts, eventsOf } from './epoch.ts'
import type { Headquarters } from './headquarters.ts'
import { chainOver, seqOf } from './pull.ts'

/** An epoch that this box left without asking headquarters: what it lost of it lies there, behind `seq`. */
interface Left {
  epoch: number
  seq: number
  hash: string
}

/**
 * Brings back, event by event, what headquarters holds of the epochs that this box had to leave: as `ledger.recovered`
 * in the present epoch, which a repeat does not double. Ends with one `ledger.restored` for each such epoch, so that the
 * seam is closed only once. Readings of a left epoch stay at headquarters, under the numbers they had: here those are
 * taken, and under new ones each would be a second reading there and an old value as the newest one here.
 */
export function recovery(options: {
  reader: PlantReader
  writer: PlantWriter
  hq: Headquarters
  spans: EpochSpan[]
  actor: Actor
  site: string
  logger: Logger
}): { step(): Promise<'more' | 'idle'> } {
  const { reader, writer, hq, actor, site, logger } = options
  const pending = leftEpochs(reader, options.spans)
  return {
    async step() {
      const left = pending[0]
      if (left === undefined) return 'idle'
      const healed_events = await recoverEvents({ hq, writer, actor, left })
      await writer.submit('record', {
        type: 'ledger.restored',
        actor,
        subject: `site:${site}`,
        data: { source: 'headquarters', restored_seq: left.seq, healed_events, healed_readings: 0, refused: [] },
        occurred_at: null,
      })
      logger.warn({ epoch: left.epoch, healed_events }, 'brought back what headquarters had kept')
      pending.shift()
      return 'more'
    },
  }
}

/** Epochs that were left and whose end at headquarters has not been brought back yet, oldest first. */
function leftEpochs(reader: PlantReader, spans: EpochSpan[]): Left[] {
  const closed = eventsOf<EventData<'ledger.restored'>>(reader, 'ledger.restored')
  return epochStarts(reader)
    .filter(({ seq, data }) => !closed.some(end => end.seq > seq && end.data.restored_seq === data.resumed_from.seq))
    .map(({ seq, data }) => ({
      epoch: spans.find(span => span.to_seq === seq - 1)?.epoch ?? data.epoch - 1,
      seq: data.resumed_from.seq,
      hash: data.resumed_from.hash,
    }))
}

async function recoverEvents(options: { hq: Headquarters; writer: PlantWriter; actor: Actor; left: Left }) {
  const { hq, writer, actor, left } = options
  let { seq, hash } = left
  let recovered = 0
  for (;;) {
    const bodies = await hq.ledger(left.epoch, seq + 1)
    if (bodies.length === 0 || seqOf(bodies[0]!) !== seq + 1) return recovered
    for (const body of bodies) {
      seq += 1
      hash = chainOver(hash, [body])
      const gives = await writer.submit('recover-event', { actor, epoch: left.epoch, seq, hash, body })
      if (gives.recovered) recovered += 1
    }
  }
}
