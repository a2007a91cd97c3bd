import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { FlowError } from '@flowviz/contract/error'
import { stopFlag } from '../read/stop-flag.ts'
import type { PackJob, PackMade, PackNews } from './job.ts'

/** A pack that is being made. */
export interface Running {
  /** @throws FlowError pack_too_large, not_ready, record_not_found, internal; storage_failed when the thread ended by itself */
  made: Promise<PackMade>
  /** Asks the thread to end at its next step, and waits until it has; `made` rejects. */
  stop(): Promise<unknown>
}

/** Makes one pack in a thread of its own: what it needed of memory is free again when it ends. */
export function runJob(job: PackJob, onProgress: (done: number, of: number) => void): Running {
  const flag = stopFlag()
  const worker = new Worker(new URL('./pack-worker.ts', import.meta.url), { workerData: { job, stop: flag.shared } })
  const gone = once(worker, 'exit')
  // It keeps no process alive that has nothing else to do.
  worker.unref()
  const made = new Promise<PackMade>((resolve, reject) => {
    worker.on('message', (news: PackNews) => {
      if ('made' in news) resolve(news.made)
      else if ('refused' in news) reject(new FlowError(news.refused.code, news.refused.text))
      else onProgress(news.done, news.of)
    })
    worker.once('error', cause => reject(new FlowError('storage_failed', 'The thread of packs failed.', { cause })))
    worker.once('exit', () => reject(new FlowError('storage_failed', 'The thread of packs has stopped.')))
  })
  return {
    made,
    stop() {
      flag.raise()
      worker.ref()
      return gone
    },
  }
}
