import type { Alarm } from '@flowviz/contract/alarm'
import type { StoredRecord } from './record-store.ts'

/** An alarm as the API shows it. */
export function alarmOf({ id, state, body }: StoredRecord): Alarm {
  const kept = body as Partial<Alarm>
  return {
    alarm_id: id,
    kind: kept.kind ?? '',
    about: kept.about ?? '',
    text: kept.text ?? '',
    said: kept.said ?? null,
    raised_at: kept.raised_at ?? '',
    state: state === 'ACKNOWLEDGED' ? 'ACKNOWLEDGED' : 'RAISED',
    acknowledged_at: kept.acknowledged_at ?? null,
    acknowledged_by: kept.acknowledged_by ?? null,
    notes: kept.notes ?? null,
  }
}
