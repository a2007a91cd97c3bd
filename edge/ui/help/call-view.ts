import type { HelpCall } from '@flowviz/contract/help'
import type { HelpReason } from '@flowviz/contract/help-word'
import type { ShownEntry } from '../outbox/entry.ts'

/** A call for help as a tablet shows it; without an id it is one of this tablet that the appliance does not have yet. */
export interface ShownCall {
  key: string
  call_id: string | null
  reason: HelpReason
  stops_line: boolean
  location_id: string | null
  station: string | null
  called_by: string
  /** When it was called, as far as anybody knows; milliseconds since 1970. */
  called_ms: number
  state: 'undelivered' | 'refused' | HelpCall['state']
  answered_by: string | null
  waited_s: number | null
}

const OPEN: ReadonlySet<string> = new Set(['queued', 'sending', 'parked', 'rejected'])

/**
 * The calls that are not closed: the newest of this tablet first, then the oldest that nobody has answered. What was
 * answered or closed here counts at once.
 */
export function openCalls(calls: readonly HelpCall[], entries: readonly ShownEntry[]): ShownCall[] {
  const told = calls
    .map(call => afterEntries(call, entries))
    .filter(({ state }) => state !== 'CLOSED')
    .map(ofCall)
  const known = new Set(calls.map(({ call_id }) => call_id))
  const waiting = entries.filter(entry => entry.command === 'call-help').flatMap(entry => ofEntry(entry, known))
  return [...waiting, ...told].sort(byNeed)
}

const RANK = { undelivered: 0, refused: 0, CALLED: 1, ANSWERED: 2, CLOSED: 3 } as const

function byNeed(one: ShownCall, other: ShownCall): number {
  return RANK[one.state] - RANK[other.state] || one.called_ms - other.called_ms
}

function afterEntries(call: HelpCall, entries: readonly ShownEntry[]): HelpCall {
  const mine = entries.filter(({ params, state }) => params.call_id === call.call_id && state !== 'rejected')
  if (mine.some(({ command, state }) => command === 'close-help' && state !== 'given-up'))
    return { ...call, state: 'CLOSED' }
  const answer = mine.find(({ command, state }) => command === 'answer-help' && state !== 'given-up')
  if (answer === undefined || call.state !== 'CALLED') return call
  const waited_s = Math.max(0, Math.round((Date.parse(answer.occurred_at) - Date.parse(call.called_at)) / 1_000))
  return { ...call, state: 'ANSWERED', answered_by: answer.person_id, waited_s }
}

function ofCall(call: HelpCall): ShownCall {
  const { call_id, reason, stops_line, location_id, station, called_by, state, answered_by, waited_s } = call
  const about = { reason, stops_line, location_id, station, called_by, state, answered_by, waited_s }
  return { key: call_id, call_id, ...about, called_ms: Date.parse(call.called_at) }
}

/** One that was delivered stands in the list of the appliance soon; until then by what the appliance answered. */
function ofEntry(entry: ShownEntry, known: ReadonlySet<string>): ShownCall[] {
  if (entry.state === 'acked') {
    const call = entry.answer as HelpCall | null
    const isNew = call !== null && call.state !== 'CLOSED' && !known.has(call.call_id)
    return isNew ? [ofCall(call)] : []
  }
  if (!OPEN.has(entry.state)) return []
  const { reason, stops_line, location_id } = entry.body
  return [
    {
      key: entry.key,
      call_id: null,
      reason: reason as HelpReason,
      stops_line: stops_line === true,
      location_id: typeof location_id === 'string' ? location_id : null,
      station: null,
      called_by: entry.person_id,
      called_ms: Date.parse(entry.occurred_at),
      state: entry.state === 'rejected' ? 'refused' : 'undelivered',
      answered_by: null,
      waited_s: null,
    },
  ]
}

/** A wait as a clock: `2:14`, over an hour `1:02:14`. */
export function waitText(seconds: number): string {
  const s = Math.max(0, Math.floor(seconds))
  const two = (n: number) => String(n).padStart(2, '0')
  const minutes = Math.floor(s / 60) % 60
  return s < 3_600 ? `${minutes}:${two(s % 60)}` : `${Math.floor(s / 3_600)}:${two(minutes)}:${two(s % 60)}`
}
