import { Worker } from 'node:worker_threads'
import { FlowError } from '@flowviz/contract/error'
import { Batcher, type BatcherOptions } from './batcher.ts'
import type { Outcome } from './command.ts'
import { errorOf } from './outcome.ts'

/** What a writer's thread is told. */
export type ToThread<Item> = { batch: Item[] } | { close: true }

/** What it says: that it is open, that it could not open, the outcomes of a batch, or that the file is closed. */
export type FromThread<State> =
  | { ready: State }
  | { refused: Extract<Outcome, { ok: false }> }
  | { outcomes: Outcome[]; state: State }
  | { closed: true }

export interface ThreadOptions<State> {
  /** The thread's entry file. */
  entry: URL
  workerData: unknown
  limits?: Omit<BatcherOptions<unknown>, 'send'>
  /** After the outcomes of a committed batch were handed to their callers. */
  onState: (state: State) => void
  /** The thread ended by itself: a defect or no memory. Everything submitted from now on is refused. */
  onFailure?: ((error: Error) => void) | undefined
}

export interface WriterThread<Item> {
  submit(item: Item): Promise<unknown>
  close(): Promise<void>
}

/**
 * Starts the thread that owns a file's write connection, and feeds it one message a batch: a message a command would
 * cost a third of the throughput. @throws FlowError whatever kept the file from being opened.
 */
export function startThread<Item, State>(options: ThreadOptions<State>): Promise<WriterThread<Item>> {
  const worker = new Worker(options.entry, { workerData: options.workerData })
  const tell = (message: ToThread<Item>) => worker.postMessage(message)
  const batcher = new Batcher<Item>({ ...options.limits, send: batch => tell({ batch }) })
  let closing = false
  const ended = new Promise<void>(resolve => worker.once('exit', () => resolve()))
  const thread: WriterThread<Item> = {
    submit: item => batcher.submit(item),
    async close() {
      if (closing) return ended
      closing = true
      await batcher.drain()
      tell({ close: true })
      await ended
    },
  }
  return new Promise((resolve, reject) => {
    const fail = (cause: Error) => {
      const error = new FlowError('storage_failed', 'The writer has stopped.', { cause })
      batcher.fail(error)
      reject(error)
      if (!closing) options.onFailure?.(cause)
    }
    worker.on('message', (message: FromThread<State>) => {
      if ('outcomes' in message) {
        batcher.answer(message.outcomes)
        queueMicrotask(() => options.onState(message.state))
      } else if ('ready' in message) {
        options.onState(message.ready)
        resolve(thread)
      } else if ('refused' in message) {
        closing = true
        reject(errorOf(message.refused))
      }
    })
    worker.once('error', fail)
    worker.once('exit', code => {
      if (!closing) fail(new Error(`The writer's thread ended with code ${code}.`))
    })
  })
}
