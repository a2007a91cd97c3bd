import { parentPort } from 'node:worker_threads'
import type { Outcome } from './command.ts'
import { refusalOf } from './outcome.ts'
import type { FromThread, ToThread } from './thread.ts'

export interface Served<Item, State> {
  run(items: Item[]): Outcome[]
  state(): State
  /** After the answer has left. */
  rest(): void
  close(): void
}

/**
 * The thread's side: opens the file, answers each batch after its commit, and closes the file when told. The answer
 * leaves before `rest` runs.
 */
export function serve<Item, State, Engine extends Served<Item, State>>(open: () => Engine): Engine | null {
  const port = parentPort
  if (port === null) throw new TypeError('this file runs as a worker thread')
  const say = (message: FromThread<State>) => port.postMessage(message)
  let engine: Engine
  try {
    engine = open()
  } catch (error) {
    say({ refused: refusalOf(error) })
    port.close()
    return null
  }
  port.on('message', (message: ToThread<Item>) => {
    if ('batch' in message) {
      const outcomes = engine.run(message.batch)
      say({ outcomes, state: engine.state() })
      engine.rest()
      return
    }
    engine.close()
    say({ closed: true })
    port.close()
  })
  say({ ready: engine.state() })
  return engine
}
