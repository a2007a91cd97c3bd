import { deviceMark } from '@flowviz/contract/screen/mark'
import type { Floor } from '../floor-state.ts'

const ALARMS: Readonly<Record<string, string>> = {
  deviation: 'Deviation',
  silence: 'Sensor silent',
  account: 'Account locked',
  review_overdue: 'Review overdue',
  calibration_overdue: 'Calibration overdue',
}

const More = ({ count }: { count: number }) => (count > 0 ? <b class="more">+{count} more</b> : null)

/** The most urgent thing that is wrong, in a sentence, on every screen; absent while nothing is. */
export function AttentionStrip({ floor }: { floor: Floor }) {
  if (floor.live.status.value === 'lost')
    return (
      <p class="attention" data-tone="offline" role="alert">
        <span class="mark" data-tone="offline">
          Server not reached
        </span>
        <span class="sentence">
          What you see is not live. Your entry is kept on this screen; it tries again by itself.
        </span>
      </p>
    )
  const alarms = floor.alarms.raised.value
  const troubled = floor.devices.inTrouble.value
  const [alarm] = alarms
  if (alarm !== undefined)
    return (
      <p class="attention" data-tone="alarm" role="alert">
        <span class="mark" data-tone="alarm">
          {ALARMS[alarm.kind] ?? 'Alarm'}
        </span>
        <span class="sentence">{alarm.text}</span>
        <More count={alarms.length + troubled.length - 1} />
      </p>
    )
  const [first] = troubled
  if (first === undefined) return null
  const mark = deviceMark(first.state)
  return (
    <div role="alert">
      <a class="attention" href="/devices" data-tone={mark.tone}>
        <span class="mark" data-tone={mark.tone}>
          {first.name}: {mark.word}
        </span>
        <span class="sentence">{first.detail}</span>
        <More count={troubled.length - 1} />
      </a>
    </div>
  )
}
