import { codeOf } from '@flowviz/contract/error'
import type { Actor } from '@flowviz/contract/identity'
import type { PrintCause, PrintJob } from '@flowviz/contract/print'
import type { Logger } from 'pino'
import { layoutOf } from '../label/label.ts'
import { zplOf } from '../label/zpl.ts'
import type { PlantReader } from '../parts.ts'
import { printerOf, printJobOf } from '../store/print-record.ts'
import type { CommandTakes, PlantWriter } from '../writer/command.ts'
import type { Progress } from './copies.ts'
import { openQueue, type PrinterState, type Printing, type Queue } from './queue.ts'
import { rest } from './rest.ts'

export interface SpoolerParts {
  reader: Pick<PlantReader, 'record' | 'records'>
  plant: Pick<PlantWriter, 'submit' | 'onCommit'>
  /** The box, who says what its printers said. */
  actor: Actor
  logger: Pick<Logger, 'warn'>
  /** ms since 1970 */
  now: () => number
  random: () => number
  /** Between two questions to a printer that prints. */
  poll_ms?: number
  /** For a connection, and for each answer of a printer. */
  timeout_ms?: number
}

export interface Spooler {
  stateOf(printer_id: string): PrinterState
  /** Ends at once; what is not confirmed is printed when the box starts again. */
  stop(): Promise<void>
}

const POLL_MS = 200
const TIMEOUT_MS = 5_000
/** A busy plant commits a thousand times a second; labels can wait that long. */
const GAP_MS = 50
const PAGE = 200
const AGAIN_MS = 1_000
const UNKNOWN: PrinterState = { state: 'unknown', trouble: null, seen_at: null, queued: 0 }

/**
 * Prints what is queued in the ledger, in its order at each printer, until the printer confirms it. All it knows is in
 * the ledger: after a restart a job goes on that was not confirmed, and one that was confirmed is never printed again.
 */
export function startSpooler(parts: SpoolerParts): Spooler {
  const { reader, plant } = parts
  const stopping = new AbortController()
  const queues = new Map<string, Queue>()
  let seen = 0
  let timer: NodeJS.Timeout | null = null
  const teller = tellerOf(parts, stopping.signal)

  function queueOf(printer_id: string): Queue {
    const queue =
      queues.get(printer_id) ??
      openQueue({
        ...teller,
        find: job_id => findPrinting(job_id, reader),
        now: parts.now,
        random: parts.random,
        poll_ms: parts.poll_ms ?? POLL_MS,
        timeout_ms: parts.timeout_ms ?? TIMEOUT_MS,
        signal: stopping.signal,
      })
    queues.set(printer_id, queue)
    return queue
  }

  function look(): void {
    timer = null
    const found = newJobs(reader, seen)
    seen = found[0]?.at ?? seen
    for (const { parent, id } of found.reverse()) queueOf(parent!).add([id])
  }

  look()
  plant.onCommit(() => {
    if (!stopping.signal.aborted) timer ??= setTimeout(look, GAP_MS)
  })
  return {
    stateOf: printer_id => queues.get(printer_id)?.state() ?? UNKNOWN,
    async stop() {
      stopping.abort()
      if (timer !== null) clearTimeout(timer)
      await Promise.all([...queues.values()].map(({ ended }) => ended))
    },
  }
}

/** Jobs that are queued behind a number of the ledger, newest first. */
function newJobs(reader: SpoolerParts['reader'], after: number) {
  const found: ReturnType<PlantReader['records']> = []
  for (;;) {
    const last = found.at(-1)
    const page = reader.records({ kind: 'print_job', state: 'QUEUED', before: last, limit: PAGE })
    const fresh = page.filter(({ at }) => at > after)
    found.push(...fresh)
    if (fresh.length < PAGE) return found
  }
}

/** A job that is still queued, drawn for its printer as that is defined now. */
function findPrinting(job_id: string, reader: SpoolerParts['reader']): Printing | null {
  const record = reader.record('print_job', job_id)
  if (record?.state !== 'QUEUED') return null
  const job = printJobOf(record)
  const { host, port, dpi, ...paper } = printerOf(reader.record('printer', job.printer_id)!)
  const address = { host, port }
  try {
    const layout = layoutOf(job.content, paper)
    return { job, address, zplOf: copies => zplOf(layout, { dpi, copies }) }
  } catch (error) {
    if (codeOf(error) === 'internal') throw error
    return { job, address, zplOf: null }
  }
}

type Fact = Extract<CommandTakes<'record'>, { type: 'print.sent' | 'print.done' | 'print.failed' }>

/** Writes into the ledger what became of a job: a new trouble once, and the end for certain. */
function tellerOf({ plant, reader, actor, logger }: SpoolerParts, signal: AbortSignal) {
  const told = new Map<string, string>()
  const factOf = (job: PrintJob, { done, sent }: Progress) => ({
    actor,
    occurred_at: null,
    subject: `print_job:${job.job_id}`,
    data: { job_id: job.job_id, copies_done: done, copies_sent: sent },
  })
  const failure = (job: PrintJob, progress: Progress, how: { cause: PrintCause; given_up: boolean }): Fact => {
    const { data, ...fact } = factOf(job, progress)
    return { type: 'print.failed', ...fact, data: { ...data, ...how } }
  }
  // What the ledger does not know of would be printed twice.
  const keep = async (job: PrintJob, fact: Fact): Promise<boolean> => {
    told.delete(job.job_id)
    for (;;) {
      try {
        await plant.submit('record', fact)
        return true
      } catch (err) {
        logger.warn({ err, job_id: job.job_id, type: fact.type }, 'a print job could not be recorded; trying again')
        if (signal.aborted) return false
        await rest(AGAIN_MS, signal)
      }
    }
  }
  const stateOf = ({ job_id }: PrintJob) => reader.record('print_job', job_id)?.state
  const end = async (job: PrintJob, fact: Fact): Promise<void> => void (await keep(job, fact))
  return {
    async tellSending(job: PrintJob, progress: Progress): Promise<boolean> {
      if (stateOf(job) !== 'QUEUED') return false
      // Asked again: it may have been taken back while this was written.
      return (await keep(job, { type: 'print.sent', ...factOf(job, progress) })) && stateOf(job) === 'QUEUED'
    },
    async tellDone(job: PrintJob, progress: Progress): Promise<void> {
      // Taken back while it came out: it stays taken back, with what came out.
      const cancelled = stateOf(job) === 'FAILED'
      if (cancelled) await end(job, failure(job, progress, { cause: 'cancelled', given_up: true }))
      else await end(job, { type: 'print.done', ...factOf(job, progress) })
    },
    giveUp: (job: PrintJob, progress: Progress): Promise<void> =>
      end(job, failure(job, progress, { cause: 'unprintable', given_up: true })),
    async tellTrouble(job: PrintJob, progress: Progress, cause: PrintCause): Promise<void> {
      const news = [cause, progress.done, progress.sent].join()
      if ((told.get(job.job_id) ?? [job.trouble, job.copies_done, job.copies_sent].join()) === news) return
      // Taken back meanwhile: the trouble of it is nobody's any more.
      if (stateOf(job) !== 'QUEUED') return
      try {
        await plant.submit('record', failure(job, progress, { cause, given_up: false }))
        told.set(job.job_id, news)
      } catch (err) {
        logger.warn({ err, job_id: job.job_id, cause }, 'the trouble of a printer could not be recorded')
      }
    },
  }
}
