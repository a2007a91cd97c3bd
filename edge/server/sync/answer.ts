import { CODES, type ErrorCode, FlowError } from '@flowviz/contract/error'

/** What a refusal of headquarters carries beside its code; all of it unproven, so nothing is taken for granted. */
export interface Refusal {
  status: number
  retry_after_ms: number | null
  /** Time of headquarters, ms since 1970, when it says that the token's clock is wrong. */
  server_time_ms: number | null
  head: unknown
}

/** The whole answer as text. @throws FlowError cloud_unreachable when it is longer than `most` bytes. */
export async function readAnswer(response: Response, most: number): Promise<string> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of response.body ?? []) {
    length += chunk.length
    if (length > most) throw new FlowError('cloud_unreachable', `The answer is longer than ${most} bytes.`)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

/** The refusal of headquarters as an error; an answer that is not one of its problems came from something between. */
export function refusalOf(response: Response, text: string): FlowError {
  const problem = objectOf(text)
  const code = problem?.code
  const refusal: Refusal = {
    status: response.status,
    retry_after_ms: retryAfter(response.headers.get('retry-after')),
    server_time_ms: timeOf(problem?.server_time),
    head: problem?.head ?? null,
  }
  if (typeof code !== 'string' || !Object.hasOwn(CODES, code))
    return new FlowError('cloud_unreachable', `HTTP ${response.status} from the way to headquarters.`, {
      extra: { ...refusal },
    })
  return new FlowError(code as ErrorCode, String(problem?.detail ?? CODES[code as ErrorCode].title), {
    hint: CODES[code as ErrorCode].hint,
    extra: { ...refusal },
  })
}

/** What came with a refusal; nothing of it for any other error. */
export function refusalIn(error: unknown): Refusal {
  const extra = error instanceof FlowError ? (error.extra as Partial<Refusal>) : {}
  return {
    status: extra.status ?? 0,
    retry_after_ms: extra.retry_after_ms ?? null,
    server_time_ms: extra.server_time_ms ?? null,
    head: extra.head ?? null,
  }
}

/** JSON text as an object, or null. */
export function objectOf(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : null
  } catch {
    return null
  }
}

// RFC 9110, 10.2.3: seconds or a date; a date needs a clock that both sides trust, so only seconds are taken.
function retryAfter(value: string | null): number | null {
  return value !== null && /^\d{1,5}$/.test(value) ? Math.min(Number(value), 600) * 1000 : null
}

function timeOf(value: unknown): number | null {
  const ms = typeof value === 'string' ? Date.parse(value) : Number.NaN
  return Number.isNaN(ms) ? null : ms
}
