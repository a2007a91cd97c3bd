import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { answerIn } from './answer.ts'
import { hear, type LoadJob, type LoadResult, Stopwatch } from './load.ts'

const DIGITS = 8

/** A lot registration by hand, with a code of its own; only the digits of the code differ between two requests. */
function template(job: LoadJob): { bytes: Buffer; at: number } {
  const body = JSON.stringify({
    lot_code: `BENCH-${'0'.repeat(DIGITS)}`,
    lot_type: 'RAW',
    product: 'Chicken thighs, chilled',
    weight_kg: '412.500',
    manual_reason: 'scale in calibration',
    temperature_c: '2.4',
    supplier: 'Hillside Poultry',
    supplier_lot_code: 'HP-2026-1123-07',
  })
  const head = [
    'POST /api/v1/lots HTTP/1.1',
    'Host: 127.0.0.1',
    'Content-Type: application/json',
    `Content-Length: ${Buffer.byteLength(body)}`,
    ...(job.token === undefined ? [] : [`Authorization: Bearer ${job.token}`]),
  ]
  const text = `${head.join('\r\n')}\r\n\r\n${body}`
  return { bytes: Buffer.from(text), at: text.indexOf('BENCH-') + 'BENCH-'.length }
}

/** Sends one registration after the other on one connection until `next` gives no more numbers. */
async function drive(socket: Socket, job: LoadJob, { next, watch }: Turn): Promise<void> {
  const { bytes, at } = template(job)
  let waiting: Buffer = Buffer.alloc(0)
  let sent = 0
  const send = () => {
    const number = next()
    if (number === null) return socket.end()
    bytes.write(String(number).padStart(DIGITS, '0'), at, 'latin1')
    sent = performance.now()
    return socket.write(Buffer.from(bytes))
  }
  hear(socket, chunk => {
    waiting = waiting.length === 0 ? chunk : Buffer.concat([waiting, chunk])
    const answer = answerIn(waiting)
    if (answer === null) return
    if (answer.status !== 201) throw new Error(`refused: ${waiting.toString('utf8')}`)
    watch.lap(sent)
    waiting = waiting.subarray(answer.length)
    send()
  })
  send()
  await once(socket, 'close')
}

interface Turn {
  next: () => number | null
  watch: Stopwatch
}

/** Registers lots over keep-alive connections, one in flight on each. @throws when one is refused. */
export async function loadHttp(job: LoadJob): Promise<LoadResult> {
  const watch = new Stopwatch(job.countMax)
  const sockets = await Promise.all(
    Array.from({ length: job.connections }, async () => {
      const socket = connect({ host: '127.0.0.1', port: job.port, noDelay: true })
      await once(socket, 'connect')
      return socket
    }),
  )
  watch.start()
  const until = performance.now() + job.durationMs
  let taken = 0
  const next = () => (taken < job.countMax && performance.now() < until ? job.from + taken++ : null)
  await Promise.all(sockets.map(socket => drive(socket, job, { next, watch })))
  return watch.result()
}
