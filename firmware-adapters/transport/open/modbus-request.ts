import type { RegisterReply } from '../register.ts'

/** One request to one unit of a bus. */
export interface Request {
  unit: number
  timeout_ms: number
  /** Silence before it that this unit needs, when that is more than the bus keeps anyway. */
  gap_ms: number
  table: 'readCoils' | 'readDiscreteInputs' | 'readHoldingRegisters' | 'readInputRegisters'
  address: number
  count: number
}

/** A request that failed. */
export type Failure = Extract<RegisterReply, { ok: false }>
/** What comes of a request that fails. */
export const failure = (fault: Failure['fault'], detail: string, more: Partial<Failure> = {}): Failure => ({
  ok: false,
  fault,
  exception: null,
  detail,
  late: 0,
  ...more,
})

/** The same request with an answer of another length, which no answer that is owed can be mistaken for. */
export function fenceOf(request: Request): Request {
  const bits = request.table === 'readCoils' || request.table === 'readDiscreteInputs'
  // Eight bits are one byte of the answer.
  const step = bits ? 8 : 1
  return { ...request, count: request.count > step ? request.count - step : request.count + step }
}

/** Nothing came, or nothing whole. */
export const isSilence = (reply: RegisterReply) =>
  !reply.ok && (reply.fault === 'comm_timeout' || reply.fault === 'crc_error')
