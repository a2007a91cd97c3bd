import { parentPort, workerData } from 'node:worker_threads'
import { codeOf } from '@flowviz/contract/error'
import { timestampOf } from '@flowviz/contract/time'
import { heed } from '../read/stop-flag.ts'
import type { PackJob, PackNews } from './job.ts'
import { makePack } from './make.ts'
import { openSource } from './source.ts'

const port = parentPort
if (port === null) throw new TypeError('this file runs as a worker thread')
const say = (news: PackNews) => port.postMessage(news)

const { job, stop } = workerData as { job: PackJob; stop: SharedArrayBuffer }
const source = openSource(job.plant)
try {
  const wanted = () => heed(stop)
  const progress = (done: number, of: number) => {
    wanted()
    say({ done, of })
  }
  say({ made: await makePack(job, { source, made_at: timestampOf(Date.now()), progress, heed: wanted }) })
} catch (error) {
  say({ refused: { code: codeOf(error), text: String((error as Error).message).slice(0, 500) } })
} finally {
  source.close()
}
