import { codeOf, FlowError } from '@flowviz/contract/error'
import { timestampOf } from '@flowviz/contract/time'
import type { Logger } from 'pino'
import Type from 'typebox'
import { Compile } from 'typebox/compile'
import type { PlantReader, TelemetryReader } from '../parts.ts'
import type { PlantWriter } from '../writer/command.ts'
import { refusalIn } from './answer.ts'
import { encodeBatch, nextReadingBatch } from './batch.ts'
import type { EpochSpan } from './epoch.ts'
import type { Headquarters } from './headquarters.ts'
import type { Progress } from './ledger-lane.ts'

const position = Compile(Type.Object({ epoch: Type.Integer({ minimum: 1 }), seq: Type.Integer({ minimum: 0 }) }))

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

  /**
   * After `ledger_gap`: goes on from where headquarters stands. What it holds of an epoch that this box has left since
   * is passed over; and a new epoch's readings wait until the ledger has told headquarters of it.
   */
  function meet(error: unknown): void {
    const there = refusalIn(error).head
    if (codeOf(error) !== 'ledger_gap' || !position.Check(there)) throw error
    const span = spans.find(({ epoch }) => epoch === there.epoch)
    const seq = Math.min(there.seq, span?.readings_to ?? there.seq)
    if (span === undefined || seq === acked || seq > telemetry.lastSeq()) throw error
    logger.warn({ from: acked, to: seq }, 'headquarters stands elsewhere; sending readings again from there')
    acked = seq
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
