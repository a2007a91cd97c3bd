import { parentPort, workerData } from 'node:worker_threads'
import { openForReading } from '../store/open.ts'
import { ANSWERS } from './answers.ts'
import { Desk } from './desk.ts'
import type { FromReader, ToReader } from './message.ts'
import type { Questions } from './question.ts'

const TICK_MS = 1_000

const port = parentPort
if (port === null) throw new TypeError('this file runs as a worker thread')
const desk = new Desk<Questions>({
  answers: ANSWERS,
  open: () => openForReading((workerData as { path: string }).path),
  monotonic: () => performance.now(),
  say: (message: FromReader, transfer: ArrayBuffer[] = []) => port.postMessage(message, transfer),
  later: setImmediate,
})
// Does not keep the thread alive once its port is closed.
setInterval(() => desk.tick(), TICK_MS).unref()
port.on('message', (message: ToReader) => {
  desk.take(message)
  if ('close' in message) port.close()
})
