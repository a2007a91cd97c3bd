import { hexOf } from '@flowviz/contract/chain'
import { FlowError } from '@flowviz/contract/error'
import { LedgerHead, type LedgerReceipt } from '@flowviz/contract/sync'
import { timestampOf } from '@flowviz/contract/time'
import type { Logger } from 'pino'
import { Compile } from 'typebox/compile'
import type { PlantReader } from '../parts.ts'
import type { PlantWriter } from '../writer/command.ts'
import { refusalIn } from './answer.ts'
import { encodeBatch, type LedgerBatch, nextLedgerBatch } from './batch.ts'
import { type EpochSpan, spanOfEvent } from './epoch.ts'
import type { Headquarters } from './headquarters.ts'
import { pullLedger } from './pull.ts'
import type { Witness } from './receipt.ts'

const head = Compile(LedgerHead)

/** What a lane knows of the other side: the last number it acknowledged. */
export interface Progress {
  acked(): number
  step(): Promise<'more' | 'idle'>
}

/** Sends the ledger in order, one batch at a time, from the last event that headquarters acknowledged. */
export function ledgerProgress(options: {
  reader: PlantReader
  writer: PlantWriter
  hq: Headquarters
  witness: Witness
  site: string
  spans: EpochSpan[]
  now: () => number
  logger: Logger
}): Progress {
  const { reader, writer, hq, witness, site, spans, now, logger } = options
  let acked = reader.acked().ledger?.seq ?? 0
  let sentCheckpoint: string | null = null

  /** The lower or equal head that headquarters named, if it lies on this history. @throws FlowError ledger_fork */
  function standOn(there: LedgerHead): number {
    if (there.seq === 0) return 0
    const left = spans.find(({ epoch }) => epoch === there.epoch)?.to_seq ?? there.seq
    // It holds more of an epoch than this box had when it left it: go on from where it was left.
    if (there.seq > left) return left
    const [row] = reader.ledgerRows(there.seq, 1)
    const ours = row !== undefined && row.seq === there.seq ? hexOf(row.hash) : null
    if (ours !== there.hash || spanOfEvent(spans, there.seq).epoch !== there.epoch)
      throw new FlowError('ledger_fork', `Headquarters holds another event ${there.seq} in epoch ${there.epoch}.`)
    return there.seq
  }

  /** Headquarters is ahead in this very epoch: this box lost its tail and nothing was written since, or it is a fork. */
  async function takeBack(there: LedgerHead): Promise<void> {
    const count = await pullLedger({ hq, writer, target: there })
    logger.warn({ count, head: there }, 'took back events that headquarters held and this box had lost')
  }

  async function keep(batch: LedgerBatch, { head: there, receipt }: LedgerReceipt): Promise<void> {
    witness.check(batch.header.checkpoint, receipt)
    if (there.epoch === batch.last.epoch) {
      if (there.seq < batch.last.seq)
        throw new FlowError('ledger_gap', `Headquarters kept only up to event ${there.seq}.`)
      if (there.seq === batch.last.seq && there.hash !== batch.last.hash)
        throw new FlowError('ledger_fork', `Headquarters gives event ${there.seq} another hash.`)
    }
    await writer.submit('keep-ack', { ledger: batch.last, readings: null, receipt, at: timestampOf(now()) })
    acked = batch.last.seq
    sentCheckpoint = batch.header.checkpoint ?? sentCheckpoint
    const ours = writer.head()
    if (there.epoch === ours.epoch && there.seq > ours.seq) await takeBack(there)
  }

  /** After `ledger_gap`: goes on from where headquarters stands. */
  async function meet(error: unknown): Promise<void> {
    const there = refusalIn(error).head
    if (!(error instanceof FlowError) || error.code !== 'ledger_gap' || !head.Check(there)) throw error
    const ours = writer.head()
    if (there.epoch === ours.epoch && there.seq > ours.seq) return takeBack(there)
    const stood = standOn(there)
    // Twice the same gap would be a loop without a pause: the lane's back-off takes over.
    if (stood === acked) throw error
    logger.warn({ from: acked, to: stood }, 'headquarters stands elsewhere; sending again from its head')
    acked = stood
  }

  return {
    acked: () => acked,
    async step() {
      const batch = nextLedgerBatch({ reader, spans, site, acked, sentCheckpoint })
      if (batch === null) return 'idle'
      const receipt = await hq.sendLedger(await encodeBatch(batch)).catch(meet)
      if (receipt !== undefined) await keep(batch, receipt)
      return 'more'
    },
  }
}
