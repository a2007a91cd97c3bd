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
  /** What was heard since the list was asked for: its answer may not know of it. Null while nothing is asked. */
  let meanwhile: Alarm[] | null = null
  return {
    raised,
    loaded,
    hear(alarm) {
      meanwhile?.push(alarm)
      raised.value = withAlarm(raised.value, alarm)
    },
    async load() {
      const mine: Alarm[] = []
      meanwhile = mine
      const answer = await alarms()
      // The answer to a later question is on its way.
      if (meanwhile !== mine) return
      meanwhile = null
      if (!answer.ok) return
      raised.value = mine.reduce<readonly Alarm[]>(withAlarm, answer.value.alarms)
      loaded.value = true
    },
  }
}

function withAlarm(raised: readonly Alarm[], alarm: Alarm): readonly Alarm[] {
  const others = raised.filter(({ alarm_id }) => alarm_id === null || alarm_id !== alarm.alarm_id)
  return alarm.state === 'RAISED' ? [alarm, ...others] : others
}
