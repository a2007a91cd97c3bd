import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import type { Session } from '@flowviz/contract/identity'
import type { Lot } from '@flowviz/contract/lot'

const PATIENCE_MS = 4_000
const AGAIN_MS = 100

/** Somebody who registers lots and never gives up on one: the same key until there is an answer. */
export interface Operator {
  /** Registers one lot of this weight; resolves with the acknowledged lot, or null when `signal` ended it first. */
  register(weight_kg: string): Promise<Lot | null>
  /** Sends one registration once, under this key; null when no answer came. */
  post(key: string, weight_kg: string): Promise<{ status: number; said: unknown } | null>
  /** What was acknowledged, by idempotency key. */
  acked: Map<string, Lot>
  /** Keys of every request that was ever sent. */
  sent: Set<string>
  get<T>(path: string): Promise<T>
}

/** Signs in at a floor that is up. */
export async function signIn(
  url: string,
  { name, secret }: { name: string; secret: string },
  signal: AbortSignal,
): Promise<Operator> {
  const acked = new Map<string, Lot>()
  const sent = new Set<string>()
  const session = (await (
    await ask(url, '/api/v1/login', { method: 'POST', body: { name, secret } })
  ).json()) as Session
  if (session.access_token === undefined) throw new Error(`no session: ${JSON.stringify(session)}`)
  const authorization = `Bearer ${session.access_token}`

  async function post(key: string, weight_kg: string) {
    // The key stands in the notes, so that the ledger itself says whether one command became two lots.
    const body = { lot_type: 'RAW', weight_kg, manual_reason: 'outage test', notes: key }
    sent.add(key)
    try {
      const headers = { authorization, 'idempotency-key': key }
      const answer = await ask(url, '/api/v1/lots', { method: 'POST', body, headers })
      return { status: answer.status, said: (await answer.json()) as unknown }
    } catch {
      return null
    }
  }

  return {
    acked,
    sent,
    post,
    async register(weight_kg) {
      const key = randomUUID()
      for (;;) {
        const answer = await post(key, weight_kg)
        if (answer?.status === 201) {
          acked.set(key, answer.said as Lot)
          return answer.said as Lot
        }
        if (answer !== null && answer.status < 500 && answer.status !== 429)
          throw new Error(`a lot was refused: ${answer.status} ${JSON.stringify(answer.said)}`)
        if (signal.aborted) return null
        await pause(AGAIN_MS)
      }
    },
    async get<T>(path: string) {
      const answer = await ask(url, path, { method: 'GET', headers: { authorization } })
      if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
      return (await answer.json()) as T
    },
  }
}

function ask(
  url: string,
  path: string,
  { method, body, headers = {} }: { method: string; body?: object; headers?: Record<string, string> },
): Promise<Response> {
  return fetch(new URL(path, url), {
    method,
    headers: body === undefined ? headers : { 'content-type': 'application/json', ...headers },
    signal: AbortSignal.timeout(PATIENCE_MS),
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
}
