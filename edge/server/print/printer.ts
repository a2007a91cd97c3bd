import { Worker } from 'node:worker_threads'
import { FlowError } from '@flowviz/contract/error'
import type { PrintedPlan } from './plan.ts'
import type { PrintedRecall } from './recall.ts'
import type { PrintedRecord } from './record.ts'

export type Paper = PrintedRecord | PrintedRecall | PrintedPlan

export interface ToPrinter {
  job: number
  record: Paper
}
export type FromPrinter = { job: number; pdf: Uint8Array } | { job: number; why: string }

export interface Printer {
  /** The record, the report of a recall or a traceability plan as a PDF. @throws FlowError printer_busy, internal. */
  print(record: Paper): Promise<Uint8Array>
  close(): Promise<void>
}

interface Waiting {
  resolve: (pdf: Uint8Array) => void
  reject: (error: Error) => void
}

/** So many prints wait or are made; the next one is refused. */
const JOBS_MAX = 8
const RETRY_AFTER_S = 5

/**
 * Prints in a thread of its own: 200 events are 25 pages and take some 200 ms, in which a scale would wait for its
 * acknowledgement. The thread starts with the first print and stays; one that ended is started again by the next.
 */
export function openPrinter(): Printer {
  const jobs = new Map<number, Waiting>()
  let last = 0
  let worker: Worker | null = null

  function start(): Worker {
    const started = new Worker(new URL('./print-worker.ts', import.meta.url))
    // It keeps no process alive that has nothing else to do.
    started.unref()
    started.on('message', (message: FromPrinter) => {
      const waiting = jobs.get(message.job)
      jobs.delete(message.job)
      if ('pdf' in message) waiting?.resolve(message.pdf)
      else waiting?.reject(new FlowError('internal', `A print failed: ${message.why}`))
    })
    started.once('error', cause => lose(started, cause))
    started.once('exit', () => lose(started, null))
    return started
  }

  function lose(ended: Worker, cause: unknown): void {
    if (worker !== ended) return
    worker = null
    for (const { reject } of jobs.values()) reject(new FlowError('internal', 'The printer has stopped.', { cause }))
    jobs.clear()
  }

  return {
    print(record) {
      if (jobs.size >= JOBS_MAX)
        return Promise.reject(new FlowError('printer_busy', undefined, { extra: { retry_after_s: RETRY_AFTER_S } }))
      worker ??= start()
      last += 1
      const job = last
      const message: ToPrinter = { job, record }
      return new Promise((resolve, reject) => {
        jobs.set(job, { resolve, reject })
        worker!.postMessage(message)
      })
    },
    async close() {
      await worker?.terminate()
    },
  }
}
