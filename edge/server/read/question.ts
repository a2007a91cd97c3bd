import type { BoardQuestion } from './board.ts'
import type { EpcisDocumentQuestion } from './epcis-document.ts'
import type { ProofQuestion } from './proof.ts'
import type { RecallQuestion } from './recall.ts'
import type { RecallNoticeQuestion } from './recall-notice.ts'
import type { Sight } from './sight.ts'
import type { TraceQuestion } from './trace-find.ts'
import type { GraphQuestion } from './trace-graph.ts'

/**
 * Everything heavy that may be asked of `plant.db`: kind → what it takes. The answer is text in pieces, whole once the
 * last one came; what ends early rejects with a code, so that nothing shorter is ever taken for the whole.
 */
export interface Questions {
  /** A trace as one JSON document (contract/trace.ts). Refusals: lot_not_found, lot_ambiguous, trace_too_large. */
  trace: TraceQuestion
  /** The same to be drawn: columns of stages, with what is too much for a column in one. Same refusals. */
  trace_graph: GraphQuestion
  /** The proof of one event against the newest signed tree. Refusals: not_found, not_ready. */
  proof: ProofQuestion
  /** A recall, the lots in its scope or their balance. Refusals: record_not_found. */
  recall: RecallQuestion
  /** What the floor has to know of recalls (contract/recall-notice.ts), as one JSON document. */
  recall_notices: RecallNoticeQuestion
  /** What waits at the gates and stands in the lanes (contract/board.ts), as one JSON document. */
  board: BoardQuestion
  /** A stretch of the ledger as one EPCISDocument. */
  epcis_document: EpcisDocumentQuestion
}

export type QuestionKind = keyof Questions

export interface Answering<Takes> {
  /** Gives the pieces of the answer, some kB each; between two of them the thread turns to others. */
  answer: (takes: Takes, sight: Sight) => Iterable<string>
  /** From the start of the answer to its end, a slow taker included: it keeps the WAL from being emptied. */
  time_ms: number
}

export type Answers<Q> = { [K in keyof Q]: Answering<Q[K]> }

/** Bytes of an answer as they come. To stop taking ends the question. @throws FlowError what ended it early */
export type AnswerStream = AsyncIterableIterator<Uint8Array, undefined, undefined>

/** Heavy reads in a thread of their own: two at a time, the next ones wait. */
export interface ReadWorker {
  /**
   * Resolves with the first bytes of the answer at hand, so that a refusal still has a status to answer with.
   * Who asked and is gone gives up the place in the queue with `gone`.
   * @throws FlowError read_busy, read_timed_out, storage_failed, and what the question refuses with.
   */
  ask<K extends QuestionKind>(kind: K, takes: Questions[K], gone?: AbortSignal): Promise<AnswerStream>
  /** Ends what is being answered, closes the file. */
  close(): Promise<void>
}
