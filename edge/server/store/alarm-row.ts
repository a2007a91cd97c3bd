import type { Alarm } from '@flowviz/contract/alarm'
import type { StoredRecord } from './record-store.ts'

/** An alarm as the API shows it. */
export function alarmOf({ id, state, body }: StoredRecord): Alarm {
  const said = body as Partial<Alarm>
  return {
    alarm_id: id,
    kind: said.kind ?? '',
    about: said.about ?? '',
    text: said.text ?? '',
    raised_at: said.raised_at ?? '',
    state: state === 'ACKNOWLEDGED' ? 'ACKNOWLEDGED' : 'RAISED',
    acknowledged_at: said.acknowledged_at ?? null,
    acknowledged_by: said.acknowledged_by ?? null,
    notes: said.notes ?? null,
  }
}
