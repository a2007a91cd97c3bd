import { CODES, type ErrorCode, FlowError } from '@flowviz/contract/error'

export interface Call {
  method?: 'GET' | 'POST' | 'PUT'
  body?: unknown
  token?: string | undefined
  /** Longest wait, ms. */
  within?: number
}

const WITHIN = 15_000

/**
 * One request to a FlowViz server and its JSON answer.
 * @throws FlowError with the server's own code when it refuses, peer_unreachable when nobody answers in time.
 */
export async function call<T>(url: string, { method = 'GET', body, token, within = WITHIN }: Call = {}): Promise<T> {
  const headers: Record<string, string> = { accept: 'application/json' }
  if (body !== undefined) headers['content-type'] = 'application/json'
  if (token !== undefined) headers.authorization = `Bearer ${token}`
  const sent = body === undefined ? null : JSON.stringify(body)
  const answer = await fetch(url, { method, headers, body: sent, signal: AbortSignal.timeout(within) }).catch(cause => {
    throw new FlowError('peer_unreachable', `${url} did not answer.`, { cause })
  })
  const text = await answer.text()
  if (answer.status === 204) return undefined as T
  const json = parsed(text)
  if (answer.ok && json !== undefined) return json as T
  throw refusalOf(url, answer.status, json)
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function refusalOf(url: string, status: number, json: unknown): FlowError {
  const problem = (typeof json === 'object' && json !== null ? json : {}) as Record<string, unknown>
  const code = typeof problem.code === 'string' && Object.hasOwn(CODES, problem.code) ? problem.code : 'internal'
  const detail = typeof problem.detail === 'string' ? problem.detail : `${url} answered ${status}.`
  const hint = typeof problem.hint === 'string' ? { hint: problem.hint } : {}
  return new FlowError(code as ErrorCode, detail, { ...hint, extra: { status } })
}
