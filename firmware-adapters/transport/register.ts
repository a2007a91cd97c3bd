import type { ErrorCode } from '@flowviz/contract/error'
import type { BadReason } from '@flowviz/contract/quality'

export type RegisterFault = Extract<BadReason, 'crc_error' | 'device_exception'> | ErrorCode

/**
 * What came of one request: the registers, or 0 and 1 for the bits of coils and discrete inputs. `late` counts replies
 * that arrived when nobody waited for them any more,
 * `took_ms` is the time from the request on the line to its answer.
 */
export type RegisterReply =
  | { ok: true; registers: number[]; raw: string; late: number; took_ms?: number }
  | { ok: false; fault: RegisterFault; exception: number | null; detail: string; late: number; took_ms?: number }

/**
 * The registers of one unit on a Modbus bus. Units share the bus: one request is in flight at a time, whoever asks.
 * Addresses are those on the wire, from 0 (`40001` in a manual is holding register 0). There is no way to write.
 */
export interface RegisterTransport {
  /** Function code 1; at most 2,000 bits. Never rejects. */
  readCoils(address: number, count: number): Promise<RegisterReply>
  /** Function code 2; at most 2,000 bits. Never rejects. */
  readDiscrete(address: number, count: number): Promise<RegisterReply>
  /** Function code 3; at most 125 registers. Never rejects. */
  readHolding(address: number, count: number): Promise<RegisterReply>
  /** Function code 4; at most 125 registers. Never rejects. */
  readInput(address: number, count: number): Promise<RegisterReply>
}
