import { parentPort } from 'node:worker_threads'
import { printRecord } from './print-record.ts'
import type { FromPrinter, ToPrinter } from './printer.ts'

const port = parentPort
if (port === null) throw new TypeError('this file runs as a worker thread')
const say = (message: FromPrinter) => port.postMessage(message)

port.on('message', ({ job, record }: ToPrinter) => {
  printRecord(record).then(
    pdf => say({ job, pdf }),
    (error: unknown) => say({ job, why: String((error as Error).stack ?? error) }),
  )
})
