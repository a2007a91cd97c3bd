import { deviceDetail, deviceWord } from '../device/device-word.ts'
import { saidText } from '../word/said.ts'
import { useFloor } from './floor-context.ts'
import { AwayBar, SlowBar } from './reach-bar.tsx'
import { say } from './words.ts'

const ALARMS = [
  'deviation',
  'silence',
  'account',
  'tablet',
  'help_call',
  'review_overdue',
  'calibration_overdue',
] as const
const alarmWord = (kind: string) => say(ALARMS.find(known => known === kind || known === `${kind}_call`) ?? 'alarm')

const More = ({ count }: { count: number }) => (count > 0 ? <b class="more">{say('more', { n: count })}</b> : null)

/** The most urgent thing that is wrong, in a sentence, on every screen; absent while nothing is. */
export function AttentionStrip() {
  const floor = useFloor()
  const away = floor.away.value
  if (away !== null) return <AwayBar away={away} />
  const alarms = floor.alarms.raised.value
  const troubled = floor.devices.inTrouble.value
  const [alarm] = alarms
  if (alarm !== undefined)
    return (
      <div role="alert">
        <a class="attention" href={alarm.kind === 'help' ? '/help' : '/alarms'} data-tone="alarm">
          <span class="mark" data-tone="alarm">
            {alarmWord(alarm.kind)}
          </span>
          <span class="sentence">{saidText(alarm.text, alarm.said)}</span>
          <More count={alarms.length + troubled.length - 1} />
        </a>
      </div>
    )
  const [first] = troubled
  if (first === undefined) return floor.slow.value ? <SlowBar /> : null
  const mark = deviceWord(first.state)
  return (
    <div role="alert">
      <a class="attention" href="/devices" data-tone={mark.tone}>
        <span class="mark" data-tone={mark.tone}>
          {say('device_trouble', { name: first.name, word: mark.word })}
        </span>
        <span class="sentence">{deviceDetail(first)}</span>
        <More count={troubled.length - 1} />
      </a>
    </div>
  )
}
