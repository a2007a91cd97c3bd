import { setPriority } from 'node:os'
import { parentPort, workerData } from 'node:worker_threads'
import { codeOf } from '@flowviz/contract/error'
import { heed } from '../read/stop-flag.ts'
import { type ExportJob, exportRecords } from './export.ts'
import type { FromExporter } from './exporter.ts'

const port = parentPort
if (port === null) throw new TypeError('this file runs as a worker thread')
const say = (message: FromExporter) => port.postMessage(message)

// On Linux this is the priority of this thread alone: the floor comes first on a box with few cores.
setPriority(10)
const { job, stop } = workerData as { job: ExportJob; stop: SharedArrayBuffer }
try {
  const exported = exportRecords(job, progress => {
    heed(stop)
    say({ progress })
  })
  say({ exported })
} catch (error) {
  const { message, stack } = error as Error
  say({ failed: codeOf(error) === 'internal' ? String(stack ?? error) : message })
}
