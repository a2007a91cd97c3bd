import type { Alarm } from '@flowviz/contract/alarm'
import { type ReadonlySignal, signal } from '@preact/signals'
import type { EdgeApi } from '../api/edge-api.ts'

export interface AlarmState {
  /** What nobody has taken note of yet, newest first. */
  raised: ReadonlySignal<readonly Alarm[]>
  hear: (alarm: Alarm) => void
  load: () => Promise<void>
}

/** The alarms of the plant: read when the screen connects, heard while it is connected. */
export function createAlarmState({ alarms }: Pick<EdgeApi, 'alarms'>): AlarmState {
  const raised = signal<readonly Alarm[]>([])
  return {
    raised,
    hear(alarm) {
      const others = raised.value.filter(({ alarm_id }) => alarm_id === null || alarm_id !== alarm.alarm_id)
      raised.value = alarm.state === 'RAISED' ? [alarm, ...others] : others
    },
    async load() {
      const answer = await alarms()
      if (answer.ok) raised.value = answer.value.alarms
    },
  }
}
