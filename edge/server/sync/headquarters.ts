import { FlowError } from '@flowviz/contract/error'
import { Reading } from '@flowviz/contract/reading'
import { BATCH_MEDIA_TYPE, LedgerReceipt, ReadingReceipt, SiteHead } from '@flowviz/contract/sync'
import { Compile } from 'typebox/compile'
import { objectOf, readAnswer, refusalIn, refusalOf } from './answer.ts'
import type { TokenMaker } from './token.ts'

const ANSWER_BYTES_MAX = 65_536
const PULL_BYTES_MAX = 16_777_216
const NOTHING = new Uint8Array()

interface Request {
  method: 'GET' | 'POST'
  /** With the query; the token names it without. */
  path: string
  body: Uint8Array<ArrayBuffer>
  /** Longest answer that is read, bytes. */
  most: number
}

/** The door of headquarters, as the box uses it. Every call has an absolute deadline and throws FlowError only. */
export interface Headquarters {
  sendLedger(body: Buffer<ArrayBuffer>): Promise<LedgerReceipt>
  sendReadings(body: Buffer<ArrayBuffer>): Promise<ReadingReceipt>
  head(): Promise<SiteHead>
  /** Ledger bodies that headquarters holds of an epoch, in order from `from_seq`; empty behind the last one. */
  ledger(epoch: number, from_seq: number): Promise<string[]>
  /** Readings that it holds of an epoch, in order from `from_seq`. */
  readings(epoch: number, from_seq: number): Promise<Reading[]>
}

const head = Compile(SiteHead)
const ledgerReceipt = Compile(LedgerReceipt)
const readingReceipt = Compile(ReadingReceipt)
const reading = Compile(Reading)

/**
 * @param options.signal ends every call at once when the appliance stops.
 * Codes thrown: cloud_unreachable (no, late or foreign answer), or the code of the refusal with `Refusal` as extra.
 */
export function headquarters(options: {
  url: string
  site: string
  tokens: TokenMaker
  deadline_ms: number
  signal: AbortSignal
}): Headquarters {
  const { url, site, tokens, deadline_ms, signal } = options
  const base = `/v1/sites/${site}`

  async function call({ method, path, body, most }: Request): Promise<string> {
    const token = await tokens.sign(`${method} ${path.split('?')[0]}`, body)
    const batch = { 'content-type': BATCH_MEDIA_TYPE, 'content-encoding': 'zstd' }
    const response = await fetch(new URL(path, url), {
      method,
      headers: { authorization: `Bearer ${token}`, ...(method === 'POST' ? batch : {}) },
      redirect: 'error',
      // The whole exchange has one deadline: a half-open link never says that it is dead.
      signal: AbortSignal.any([signal, AbortSignal.timeout(deadline_ms)]),
      ...(method === 'POST' ? { body } : {}),
    })
    const text = await readAnswer(response, most)
    if (!response.ok) throw refusalOf(response, text)
    return text
  }

  /** Asks once more when headquarters says that the token's clock is wrong; other failures go to the caller. */
  async function ask(request: Request): Promise<string> {
    try {
      return await call(request)
    } catch (error) {
      const { server_time_ms } = refusalIn(error)
      if (server_time_ms === null) throw flowErrorOf(error)
      tokens.follow(server_time_ms)
    }
    return call(request).catch(error => {
      throw flowErrorOf(error)
    })
  }

  const post = (path: string, body: Buffer<ArrayBuffer>) =>
    ask({ method: 'POST', path: `${base}${path}`, body, most: ANSWER_BYTES_MAX })
  const get = (path: string, most: number) => ask({ method: 'GET', path: `${base}${path}`, body: NOTHING, most })
  const lines = async (path: string) => (await get(path, PULL_BYTES_MAX)).split('\n').filter(line => line !== '')
  return {
    sendLedger: async body => parsed(ledgerReceipt, await post('/ledger', body)),
    sendReadings: async body => parsed(readingReceipt, await post('/readings', body)),
    head: async () => parsed(head, await get('/head', ANSWER_BYTES_MAX)),
    ledger: (epoch, from_seq) => lines(`/ledger?epoch=${epoch}&from_seq=${from_seq}`),
    readings: async (epoch, from_seq) =>
      (await lines(`/readings/copy?epoch=${epoch}&from_seq=${from_seq}`)).map(line => parsed(reading, line)),
  }
}

function parsed<T>(schema: { Check(value: unknown): value is T }, text: string): T {
  const value = objectOf(text)
  if (!schema.Check(value)) throw new FlowError('cloud_unreachable', 'The answer is not one of headquarters.')
  return value
}

/** What fetch throws (refused, reset, deadline) as an error of ours. */
function flowErrorOf(error: unknown): FlowError {
  if (error instanceof FlowError) return error
  const cause = error instanceof Error ? error : new Error(String(error))
  const inner = cause.cause instanceof Error ? cause.cause : cause
  return new FlowError('cloud_unreachable', `Headquarters does not answer: ${inner.message}`, { cause })
}
