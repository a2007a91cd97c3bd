import { boardAnswer } from './board.ts'
import { epcisDocumentAnswer } from './epcis-document.ts'
import { proofAnswer } from './proof.ts'
import type { Answers, Questions } from './question.ts'
import { recallAnswer } from './recall.ts'
import { recallNoticeAnswer } from './recall-notice.ts'
import { traceAnswer } from './trace.ts'
import { graphAnswer } from './trace-graph.ts'

const MINUTE_MS = 60_000

/** How each question is answered. */
export const ANSWERS: Answers<Questions> = {
  trace: { answer: traceAnswer, time_ms: MINUTE_MS },
  trace_graph: { answer: graphAnswer, time_ms: MINUTE_MS },
  proof: { answer: proofAnswer, time_ms: MINUTE_MS },
  recall: { answer: recallAnswer, time_ms: MINUTE_MS },
  recall_notices: { answer: recallNoticeAnswer, time_ms: MINUTE_MS },
  board: { answer: boardAnswer, time_ms: MINUTE_MS },
  epcis_document: { answer: epcisDocumentAnswer, time_ms: 5 * MINUTE_MS },
}
