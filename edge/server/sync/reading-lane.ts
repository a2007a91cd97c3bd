import { FlowError } from '@flowviz/contract/error'
import { timestampOf } from '@flowviz/contract/time'
import type { Logger } from 'pino'
import type { PlantReader, TelemetryReader } from '../parts.ts'
import type { PlantWriter } from '../writer/command.ts'
import { refusalIn } from './answer.ts'
import { encodeBatch, nextReadingBatch } from './batch.ts'
import type { EpochSpan } from './epoch.ts'
import type { Headquarters } from './headquarters.ts'
import type { Progress } from './ledger-lane.ts'

/** Sends the readings in order, beside the ledger, so that a backlog of temperatures never delays a lot. */
export function readingProgress(options: {
  reader: PlantReader
  telemetry: TelemetryReader
  writer: PlantWriter
  hq: Headquarters
  site: string
  spans: EpochSpan[]
  now: () => number
  logger: Logger
}): Progress {
  const { reader, telemetry, writer, hq, site, spans, now, logger } = options
  let acked = reader.acked().readings?.seq ?? 0

  function meet(error: unknown): void {
    const there = seqIn(refusalIn(error).head)
    if (!(error instanceof FlowError) || error.code !== 'ledger_gap' || there === null) throw error
    if (there === acked || there > telemetry.lastSeq()) throw error
    logger.warn({ from: acked, to: there }, 'headquarters lacks readings; sending again from its last')
    acked = there
  }

  return {
    acked: () => acked,
    async step() {
      const batch = nextReadingBatch({ telemetry, spans, site, acked })
      if (batch === null) return 'idle'
      const receipt = await hq.sendReadings(await encodeBatch(batch)).catch(meet)
      if (receipt === undefined) return 'more'
      if (receipt.epoch === batch.last.epoch && receipt.seq < batch.last.seq)
        throw new FlowError('ledger_gap', `Headquarters kept readings only up to ${receipt.seq}.`)
      await writer.submit('keep-ack', { ledger: null, readings: batch.last, receipt: null, at: timestampOf(now()) })
      acked = batch.last.seq
      return 'more'
    },
  }
}

function seqIn(head: unknown): number | null {
  const seq = typeof head === 'object' && head !== null ? (head as { seq?: unknown }).seq : null
  return typeof seq === 'number' && Number.isSafeInteger(seq) && seq >= 0 ? seq : null
}
