import { parentPort } from 'node:worker_threads'
import type { FromReader, ToReader } from '../message.ts'

const port = parentPort
if (port === null) throw new TypeError('this file runs as a worker thread')
// Begins every answer, and is gone in the middle of it.
port.on('message', (message: ToReader) => {
  if ('ask' in message)
    port.postMessage({ of: message.ask, bytes: new TextEncoder().encode('{"lots":[') } satisfies FromReader)
  else process.exit(1)
})
