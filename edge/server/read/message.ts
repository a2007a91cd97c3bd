import type { Outcome } from '../writer/command.ts'

export type Refusal = Extract<Outcome, { ok: false }>

/** What the read thread is told. `more`: so many chunks were taken. */
export type ToReader =
  | { ask: number; kind: string; takes: unknown }
  | { more: number; chunks: number }
  | { stop: number }
  | { close: true }

/** What it says: a chunk of an answer, its end, or why it ends here. */
export type FromReader =
  | { of: number; bytes: Uint8Array }
  | { of: number; ended: true }
  | { of: number; refused: Refusal }
  | { closed: true }

/** So many chunks of an answer are on their way or wait to be taken; the thread makes no more before one is. */
export const CHUNKS_AHEAD = 4
