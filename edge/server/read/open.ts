import { Worker } from 'node:worker_threads'
import { FlowError } from '@flowviz/contract/error'
import { AnswerBuffer } from './buffer.ts'
import type { FromReader, ToReader } from './message.ts'
import type { ReadWorker } from './question.ts'

/** So many questions are answered or wait; the next one is refused. */
const QUESTIONS_MAX = 32
const RETRY_AFTER_S = 2
const THREAD = new URL('./read-worker.ts', import.meta.url)

/**
 * Heavy reads of `plant.db`, which the writer must have opened once. The thread starts with the first question and
 * stays; one that ended by itself is started again by the next question.
 */
export function openReadWorker(path: string, thread = THREAD): ReadWorker {
  const answers = new Map<number, AnswerBuffer>()
  let last = 0
  let worker: Worker | null = null
  let closed = false

  function start(): Worker {
    const started = new Worker(thread, { workerData: { path } })
    // It keeps no process alive that has nothing else to do.
    started.unref()
    started.on('message', (message: FromReader) => {
      if ('of' in message) answers.get(message.of)?.take(message)
    })
    started.once('error', cause => lose(started, cause))
    started.once('exit', () => lose(started, null))
    return started
  }

  function lose(ended: Worker, cause: unknown): void {
    if (worker !== ended) return
    worker = null
    failAll(new FlowError('storage_failed', 'The thread of heavy reads has stopped.', { cause }))
  }

  function failAll(error: FlowError): void {
    for (const answer of answers.values()) answer.fail(error)
    answers.clear()
  }

  return {
    async ask(kind, takes, gone) {
      if (closed) throw new FlowError('not_ready')
      if (answers.size >= QUESTIONS_MAX)
        throw new FlowError('read_busy', undefined, { extra: { retry_after_s: RETRY_AFTER_S } })
      const asked = worker ?? start()
      worker = asked
      last += 1
      const id = last
      const tell = (message: ToReader) => asked.postMessage(message)
      const answer = new AnswerBuffer({
        onTaken: chunks => tell({ more: id, chunks }),
        onEnd: () => void answers.delete(id),
        onLeft: () => tell({ stop: id }),
      })
      answers.set(id, answer)
      gone?.addEventListener('abort', () => answer.leave(), { once: true })
      tell({ ask: id, kind, takes })
      await answer.ready()
      return answer.stream()
    },
    async close() {
      if (closed) return
      closed = true
      failAll(new FlowError('not_ready'))
      const ending = worker
      if (ending === null) return
      worker = null
      const ended = new Promise<void>(resolve => ending.once('exit', () => resolve()))
      ending.ref()
      ending.postMessage({ close: true } satisfies ToReader)
      await ended
    },
  }
}
