import { parentPort } from 'node:worker_threads'
import { printPlan } from './print-plan.ts'
import { printRecall } from './print-recall.ts'
import { printRecord } from './print-record.ts'
import type { FromPrinter, Paper, ToPrinter } from './printer.ts'

const port = parentPort
if (port === null) throw new TypeError('this file runs as a worker thread')
const say = (message: FromPrinter) => port.postMessage(message)

port.on('message', ({ job, record }: ToPrinter) => {
  print(record).then(
    pdf => say({ job, pdf }),
    (error: unknown) => say({ job, why: String((error as Error).stack ?? error) }),
  )
})

function print(paper: Paper): Promise<Uint8Array> {
  if ('recall' in paper) return printRecall(paper)
  return 'plan' in paper ? printPlan(paper) : printRecord(paper)
}
