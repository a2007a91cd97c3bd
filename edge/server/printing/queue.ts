import type { LabelPrinterView, PrintCause, PrintJob } from '@flowviz/contract/print'
import { timestampOf } from '@flowviz/contract/time'
import { backoffMs } from './backoff.ts'
import { type Progress, printCopies } from './copies.ts'
import { type Line, openLine } from './line.ts'
import { rest } from './rest.ts'

/** What the box knows of a printer now. */
export type PrinterState = Pick<LabelPrinterView, 'state' | 'trouble' | 'seen_at' | 'queued'>

/** A job as it is to be printed, by the present definition of its printer. */
export interface Printing {
  job: PrintJob
  address: { host: string; port: number }
  /** Null: it cannot be drawn any more, because the printer has been defined anew with other paper. */
  zplOf: ((copies: number) => string) | null
}

type Drawn = Printing & { zplOf: (copies: number) => string }

export interface QueueParts {
  /** The job, if it is still to be printed. */
  find(job_id: string): Printing | null
  /** Keeps in the ledger that copies are about to be sent. Resolves when it is kept; false: they may not be sent. */
  tellSending(job: PrintJob, progress: Progress): Promise<boolean>
  /** Keeps in the ledger that every copy is confirmed, or what is in the way. Resolves when it is kept. */
  tellDone(job: PrintJob, progress: Progress): Promise<void>
  tellTrouble(job: PrintJob, progress: Progress, cause: PrintCause): Promise<void>
  giveUp(job: PrintJob, progress: Progress): Promise<void>
  now: () => number
  random: () => number
  poll_ms: number
  timeout_ms: number
  signal: AbortSignal
}

export interface Queue {
  add(job_ids: readonly string[]): void
  state(): PrinterState
  /** Resolves when it has ended, after `signal`. */
  readonly ended: Promise<void>
}

/** Causes for which the connection is closed, so that another computer may print meanwhile. */
const FAR: readonly PrintCause[] = ['offline', 'silent', 'dropped']

/** Prints the jobs of one printer, one after the other over one connection, each until it is confirmed. */
export function openQueue(parts: QueueParts): Queue {
  const { find, now, signal, timeout_ms } = parts
  const waiting: string[] = []
  const known: Pick<PrinterState, 'state' | 'trouble' | 'seen_at'> = { state: 'unknown', trouble: null, seen_at: null }
  let line: Line | null = null
  let wake = (): void => undefined

  const say = (state: PrinterState['state'], trouble: PrintCause | null) => Object.assign(known, { state, trouble })

  async function reach({ address }: Drawn): Promise<Line | null> {
    if (line?.open === true) return line
    line = await openLine({ ...address, timeout_ms })
    return line
  }

  function hangUp(): void {
    line?.close()
    line = null
  }

  /** One try. Null: every copy is confirmed. */
  async function attempt(printing: Drawn, progress: Progress): Promise<PrintCause | null> {
    const reached = await reach(printing)
    if (reached === null) return 'offline'
    return printCopies(progress, {
      ...parts,
      line: reached,
      zplOf: printing.zplOf,
      onSend: () => parts.tellSending(printing.job, progress),
      async onStatus(trouble) {
        if (trouble !== 'silent') known.seen_at = timestampOf(now())
        say(trouble === null ? 'printing' : 'trouble', trouble)
        if (trouble !== null) await parts.tellTrouble(printing.job, progress, trouble)
      },
    })
  }

  async function print(job_id: string): Promise<void> {
    const progress: Progress = { copies: 0, done: 0, sent: 0 }
    for (let failures = 1; !signal.aborted; failures += 1) {
      const printing = find(job_id)
      if (printing === null) return
      const { job } = printing
      progress.copies = job.copies
      progress.done = Math.max(progress.done, job.copies_done)
      progress.sent = Math.max(progress.sent, job.copies_sent)
      if (printing.zplOf === null) return parts.giveUp(job, progress)
      const cause = await attempt({ ...printing, zplOf: printing.zplOf }, progress)
      if (cause === null) {
        await parts.tellDone(job, progress)
        return
      }
      if (cause === 'cancelled') continue
      say('trouble', cause)
      if (FAR.includes(cause)) hangUp()
      await parts.tellTrouble(job, progress, cause)
      await rest(backoffMs(failures, { far: cause === 'offline', random: parts.random() }), signal)
    }
  }

  async function run(): Promise<void> {
    while (!signal.aborted) {
      const job_id = waiting[0]
      if (job_id === undefined) {
        hangUp()
        if (known.state !== 'unknown') say('idle', null)
        await new Promise<void>(resolve => {
          wake = resolve
        })
        continue
      }
      await print(job_id)
      waiting.shift()
    }
    hangUp()
  }

  signal.addEventListener('abort', () => wake(), { once: true })
  const ended = run()
  return {
    add(job_ids) {
      waiting.push(...job_ids)
      wake()
    },
    state: () => ({ ...known, queued: waiting.length }),
    ended,
  }
}
