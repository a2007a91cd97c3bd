import type { BoardLot } from '@flowviz/contract/board'
import type { Tone } from '@flowviz/contract/screen/mark'

/** What is the matter with a lot on the board, the worst first; null when it only waits. */
export type Matter = 'warm' | 'held' | 'expired' | 'pending'

export const MATTER_TONES: Readonly<Record<Matter, Tone>> = {
  warm: 'alarm',
  held: 'hold',
  expired: 'warn',
  pending: 'pending',
}

const HELD = new Set(['HOLD', 'REJECTED', 'RECALLED'])

export type LotLook = Pick<BoardLot, 'status' | 'too_warm' | 'expires_on'> & { pending?: boolean }

/** One mark for a lot; `today` as `2026-11-26`, the plant's day. */
export function matterOf(lot: LotLook, today: string): Matter | null {
  if (lot.too_warm) return 'warm'
  if (HELD.has(lot.status)) return 'held'
  if (lot.expires_on !== null && lot.expires_on < today) return 'expired'
  return lot.pending === true ? 'pending' : null
}
