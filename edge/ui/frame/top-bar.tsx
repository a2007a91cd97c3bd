import { timeText } from '@flowviz/contract/screen/format'
import { ScanButton } from '../scan/scan-button.tsx'
import { useFloor } from './floor-context.ts'
import { Icon } from './icon.tsx'
import { say } from './words.ts'

/** Where this screen stands, what it has not sent yet, the time, help, and who works: a tap there locks the screen. */
export function TopBar() {
  const floor = useFloor()
  const chip = floor.chip.value
  const person = floor.session.person.value
  return (
    <header class="top-bar">
      <a class="place" href="/">
        <b>FlowViz</b>
        <span class="station">{floor.station.value ?? say('no_station')}</span>
      </a>
      <a class="chip" href="/sync">
        <span class="unseen">{say('sync')}</span>
        <span class="mark" data-tone={chip.tone}>
          {chip.word}
        </span>
      </a>
      <time class="clock">{timeText(floor.clock.now.value)}</time>
      <ScanButton scan={floor.scan} />
      <a class="call" href="/help">
        <Icon name="help" />
        {say('help')}
      </a>
      <button type="button" class="operator" onClick={() => floor.session.lock()}>
        <b>{person?.display_name}</b>
        <span>{say('switch_person')}</span>
      </button>
    </header>
  )
}
