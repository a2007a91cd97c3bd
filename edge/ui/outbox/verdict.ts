import type { CommandVerdict } from '@flowviz/contract/batch'
import type { Problem } from '@flowviz/contract/error'
import type { Entry } from './entry.ts'
import { comesTooEarly, settleLanes } from './lane.ts'

/** Refusals of the tablet and not of what it sends: they end when it is set up again. */
const OF_THE_TABLET: ReadonlySet<string> = new Set(['tablet_unknown', 'tablet_revoked', 'tablet_signature_wrong'])

export const isOfTheTablet = (problem: Problem | null | undefined): boolean => OF_THE_TABLET.has(problem?.code ?? '')

/** A command on which the appliance fails so often is one that it cannot do, and a person has to hear of it. */
const FAILS_MAX = 8

/** A refusal that says nothing of the command: the appliance failed, had too much to do, or does not know this tablet. */
function isPassing({ status, problem }: CommandVerdict, tries: number): boolean {
  if (problem?.code === 'internal') return tries < FAILS_MAX
  return status >= 500 || status === 429 || isOfTheTablet(problem)
}

export interface Judged {
  /** The open entries that changed. */
  entries: Entry[]
  /** True when at least one is decided: what is still queued may be sent at once. */
  progress: boolean
}

/** What verdicts make of the open entries. One that another tab has decided meanwhile is left alone. */
export function judge(open: readonly Entry[], verdicts: readonly CommandVerdict[], now: string): Judged {
  const found = new Map(verdicts.map(verdict => [verdict.key, verdict]))
  const changed = new Map<string, Entry>()
  const left: Entry[] = []
  let progress = false
  for (const entry of open) {
    const verdict = entry.state === 'rejected' ? undefined : found.get(entry.key)
    const next = verdict === undefined ? entry : inTime(judged(entry, verdict, now), left)
    if (next !== entry) changed.set(entry.key, next)
    progress ||= next !== entry && (next.state === 'acked' || next.state === 'rejected')
    if (next.state !== 'acked') left.push(next)
  }
  for (const entry of settleLanes(left)) changed.set(entry.key, entry)
  return { entries: [...changed.values()], progress }
}

function judged(entry: Entry, verdict: CommandVerdict, now: string): Entry {
  const tries = entry.tries + 1
  const problem = verdict.problem ?? null
  if (verdict.verdict === 'done')
    return { ...entry, tries, state: 'acked', problem: null, answer: verdict.answer, closed_at: now }
  if (verdict.verdict === 'refused' && !isPassing(verdict, tries))
    return { ...entry, tries, state: 'rejected', problem }
  // A parked one is queued again unless the one before it is rejected; then the lane parks it.
  return { ...entry, tries, state: 'queued', problem: verdict.verdict === 'parked' ? null : problem }
}

/** What is safe and only came before its lot is no refusal that a person has to hear of. */
const inTime = (entry: Entry, before: readonly Entry[]): Entry =>
  entry.state === 'rejected' && comesTooEarly(entry, before) ? { ...entry, state: 'queued' } : entry

/** An acked command that an appliance has lost and now refuses is open again, for a person to decide. */
export function judgeAgain(acked: Entry, verdicts: readonly CommandVerdict[]): Entry[] {
  const open: Entry = { ...acked, state: 'queued', answer: undefined, closed_at: null }
  return judge([open], verdicts, '').entries.filter(({ state }) => state === 'rejected')
}

/** A command that the door would not even read, and the lane behind it. */
export function rejectUnread(open: readonly Entry[], key: string, problem: Problem): Entry[] {
  return judge(open, [{ key, verdict: 'refused', status: 400, problem }], '').entries
}
