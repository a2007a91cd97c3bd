import type { ShiftHandover } from '@flowviz/contract/shift'
import type { ShownEntry } from '../outbox/entry.ts'

/** A hand-over as a tablet shows it; without an id the appliance does not have it yet. */
export interface ShownHandover {
  key: string
  handover_id: string | null
  from_person_id: string
  to_person_id: string | null
  notes: string
  runs: number
  holds: number
  alarms: number
  at_ms: number
  accepted_by: string | null
  accepted_at: string | null
}

const WAITING: ReadonlySet<string> = new Set(['queued', 'sending', 'parked'])

/** Hand-overs, the newest first, with what was handed over or accepted at this tablet since. */
export function shownHandovers(told: readonly ShiftHandover[], entries: readonly ShownEntry[]): ShownHandover[] {
  const known = new Set(told.map(({ handover_id }) => handover_id))
  const own = entries.filter(({ command }) => command === 'hand-over-shift').flatMap(entry => ofEntry(entry, known))
  const accepted = new Map(
    entries
      .filter(({ command, state }) => command === 'accept-handover' && (WAITING.has(state) || state === 'acked'))
      .map(entry => [entry.params.handover_id, entry]),
  )
  return [...told.map(ofHandover), ...own]
    .map(handover => {
      const mine = accepted.get(handover.handover_id ?? '')
      if (mine === undefined || handover.accepted_by !== null) return handover
      return { ...handover, accepted_by: mine.person_id, accepted_at: mine.occurred_at }
    })
    .sort((one, other) => other.at_ms - one.at_ms)
}

function ofHandover(one: ShiftHandover): ShownHandover {
  return {
    key: one.handover_id,
    handover_id: one.handover_id,
    from_person_id: one.from_person_id,
    to_person_id: one.to_person_id,
    notes: one.notes,
    runs: one.open_runs.length,
    holds: one.open_holds.length,
    alarms: one.open_alarms.length,
    at_ms: Date.parse(one.occurred_at),
    accepted_by: one.accepted_by,
    accepted_at: one.accepted_at,
  }
}

function ofEntry(entry: ShownEntry, known: ReadonlySet<string>): ShownHandover[] {
  if (entry.state === 'acked') {
    const answer = entry.answer as ShiftHandover | null
    return answer === null || known.has(answer.handover_id) ? [] : [ofHandover(answer)]
  }
  if (!WAITING.has(entry.state)) return []
  const { notes, open_runs, open_holds, open_alarms } = entry.body
  const count = (ids: unknown) => (Array.isArray(ids) ? ids.length : 0)
  return [
    {
      key: entry.key,
      handover_id: null,
      from_person_id: entry.person_id,
      to_person_id: null,
      notes: String(notes),
      runs: count(open_runs),
      holds: count(open_holds),
      alarms: count(open_alarms),
      at_ms: Date.parse(entry.occurred_at),
      accepted_by: null,
      accepted_at: null,
    },
  ]
}
