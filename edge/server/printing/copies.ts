import type { PrintCause } from '@flowviz/contract/print'
import { type HostStatus, isPrinting, troubleOf } from './host-status.ts'
import type { Line } from './line.ts'
import { rest } from './rest.ts'

/** How far a job is. More sent than done: some may be in the printer, or lost. */
export interface Progress {
  copies: number
  done: number
  sent: number
}

export interface CopiesParts {
  line: Line
  /** The labels so many times. */
  zplOf: (copies: number) => string
  poll_ms: number
  signal: AbortSignal
  /** Keeps how many are sent after this, before they are. False: the job was taken back, or the box ends. */
  onSend: () => Promise<boolean>
  /** Every status that the printer tells, with what is in its way. */
  onStatus: (trouble: PrintCause | null) => Promise<void>
}

/** The printer says twice in a row that it is idle: the first time it may not have begun to read. */
const IDLE_ANSWERS = 2
/** A printer that feeds its paper may miss a question; one that was switched off leaves the connection standing. */
const SILENCES_MAX = 3

/**
 * Prints what of a job is not confirmed, asking the printer before and until every copy has come out, and keeps
 * `progress`. Gives null when all are confirmed, else what is in the way; `progress` says how far it came.
 */
export async function printCopies(progress: Progress, parts: CopiesParts): Promise<PrintCause | null> {
  const { line, zplOf, onSend, onStatus } = parts
  const before = await line.status()
  if (typeof before === 'string') return before
  const trouble = troubleOf(before)
  await onStatus(trouble)
  const ours = isPrinting(before) && progress.sent > progress.done
  if (!ours) {
    if (trouble !== null) return trouble
    if (isPrinting(before)) return 'busy'
    const left = progress.copies - progress.done
    progress.sent += left
    if (!(await onSend())) {
      progress.sent -= left
      return 'cancelled'
    }
    if (!(await line.send(zplOf(left)))) return 'dropped'
  }
  return confirm(progress, parts)
}

/** Asks until every copy has come out. Paper that ran out is waited for: the printer goes on with what it holds. */
async function confirm(
  progress: Progress,
  { line, poll_ms, signal, onStatus }: CopiesParts,
): Promise<PrintCause | null> {
  let idle = 0
  let silences = 0
  while (idle < IDLE_ANSWERS) {
    await rest(poll_ms, signal)
    if (signal.aborted) return 'dropped'
    const now = await line.status()
    if (now === 'dropped') return 'dropped'
    if (now === 'silent') {
      silences += 1
      if (silences === SILENCES_MAX) return 'silent'
      continue
    }
    silences = 0
    count(progress, now)
    await onStatus(troubleOf(now))
    idle = isPrinting(now) ? 0 : idle + 1
  }
  progress.done = progress.copies
  return null
}

/** What is still to come out is not done; what is not begun says nothing. */
function count(progress: Progress, { formats, remaining }: HostStatus): void {
  if (formats > 0 || remaining === 0) return
  progress.done = Math.max(progress.done, progress.copies - remaining)
}
