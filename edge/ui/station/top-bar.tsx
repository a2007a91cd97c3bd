import { timeText } from '@flowviz/contract/screen/format'
import type { Floor } from '../floor-state.ts'

/** Where this screen stands, how far headquarters is, the time, and who works: a tap there signs out. */
export function TopBar({ floor }: { floor: Floor }) {
  const chip = floor.sync.chip.value
  const person = floor.session.person.value
  return (
    <header class="top-bar">
      <p class="place">
        <b>FlowViz</b>
        <span>{floor.site.value ?? ''}</span>
        <span class="station">{floor.station.value ?? 'no station'}</span>
      </p>
      <p class="sync" role="status">
        <span class="chip">
          <span class="unseen">Headquarters: </span>
          <span class="mark" data-tone={chip.tone}>
            {chip.word}
          </span>
        </span>
      </p>
      <time class="clock">{timeText(floor.clock.now.value)}</time>
      <button type="button" class="operator" onClick={() => void floor.session.signOut()}>
        <b>{person?.display_name}</b>
        <span>Switch person</span>
      </button>
    </header>
  )
}
