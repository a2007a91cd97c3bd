import type { ErrorCode, Problem } from '../error.ts'

/** Why a request did not succeed, in words for the person at the screen. */
export interface Trouble {
  /** A code of the server, or one of the two that only a screen can see. */
  code: ErrorCode | 'server_unreachable' | 'answer_unknown'
  title: string
  detail: string
  hint: string
  /** Field name to sentence, when the server refused single fields. */
  fields: Record<string, string>
  /** True when the same request, with the same idempotency key, may succeed later. */
  passing: boolean
}

export type Answer<T> = { ok: true; value: T } | { ok: false; trouble: Trouble }

export const UNREACHABLE: Trouble = {
  code: 'server_unreachable',
  title: 'The FlowViz server does not answer.',
  detail: 'This screen cannot reach it over the network.',
  hint: 'Check the Wi-Fi of this screen. What you entered is kept here; send it again when the server is back.',
  fields: {},
  passing: true,
}

const UNKNOWN: Trouble = {
  code: 'answer_unknown',
  title: 'Something else than FlowViz answered.',
  detail: 'The answer is not one of this server; a Wi-Fi log-in page often causes this.',
  hint: 'Check that this screen is on the plant network, then try again.',
  fields: {},
  passing: true,
}

const PASSING = new Set([429, 502, 503, 504, 507])

/** The trouble of a refused answer: its problem document, or what else it can be. */
export async function troubleOf(response: Response): Promise<Trouble> {
  const problem = await problemIn(response)
  if (problem === null) return UNKNOWN
  const fields: Record<string, string> = {}
  for (const { field, message } of problem.errors ?? []) fields[field.replace(/^[/.]/, '')] = message
  const { code, title, detail, hint } = problem
  return { code, title, detail, hint, fields, passing: PASSING.has(response.status) }
}

async function problemIn(response: Response): Promise<Problem | null> {
  if (response.headers.get('content-type')?.includes('json') !== true) return null
  try {
    const body: unknown = await response.json()
    return typeof body === 'object' && body !== null && 'code' in body && 'hint' in body ? (body as Problem) : null
  } catch {
    return null
  }
}

/** The value of a JSON answer, or its trouble. */
export async function answerOf<T>(response: Response): Promise<Answer<T>> {
  if (!response.ok) return { ok: false, trouble: await troubleOf(response) }
  if (response.status === 204) return { ok: true, value: undefined as T }
  try {
    return { ok: true, value: (await response.json()) as T }
  } catch {
    return { ok: false, trouble: UNKNOWN }
  }
}
