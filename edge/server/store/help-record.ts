import type { HelpCall } from '@flowviz/contract/help'
import type { StoredRecord } from './record-store.ts'

/** A call for help as the API shows it. */
export function helpCallOf({ id, body }: StoredRecord): HelpCall {
  const said = body as Partial<HelpCall> & Pick<HelpCall, 'called_at'>
  const answered_at = said.answered_at ?? null
  const waited = answered_at === null ? null : Date.parse(answered_at) - Date.parse(said.called_at)
  return {
    call_id: id,
    state: said.state!,
    reason: said.reason!,
    stops_line: said.stops_line!,
    line: said.line ?? null,
    location_id: said.location_id ?? null,
    station: said.station ?? null,
    note: said.note ?? null,
    called_at: said.called_at,
    occurred_at: said.occurred_at!,
    called_by: said.called_by!,
    answered_at,
    answered_by: said.answered_by ?? null,
    answer: said.answer ?? null,
    // A clock that was set back waits for nobody.
    waited_s: waited === null ? null : Math.max(0, Math.floor(waited / 1_000)),
    closed_at: said.closed_at ?? null,
    closed_by: said.closed_by ?? null,
    closing: said.closing ?? null,
    alarm_id: said.alarm_id!,
  }
}
