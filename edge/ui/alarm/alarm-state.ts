import type { Alarm } from '@flowviz/contract/alarm'
import { type ReadonlySignal, signal } from '@preact/signals'
import type { EdgeApi } from '../api/edge-api.ts'

export interface AlarmState {
  /** What nobody has taken note of yet, newest first. */
  raised: ReadonlySignal<readonly Alarm[]>
  /** False while the appliance has not been heard: then nothing is known of alarms. */
  loaded: ReadonlySignal<boolean>
  hear: (alarm: Alarm) => void
  load: () => Promise<void>
}

/** The alarms of the plant: read when the screen connects, heard while it is connected. */
export function createAlarmState({ alarms }: Pick<EdgeApi, 'alarms'>): AlarmState {
  const raised = signal<readonly Alarm[]>([])
  const loaded = signal(false)
  return {
    raised,
    loaded,
    hear(alarm) {
      const others = raised.value.filter(({ alarm_id }) => alarm_id === null || alarm_id !== alarm.alarm_id)
      raised.value = alarm.state === 'RAISED' ? [alarm, ...others] : others
    },
    async load() {
      const answer = await alarms()
      if (!answer.ok) return
      raised.value = answer.value.alarms
      loaded.value = true
    },
  }
}
