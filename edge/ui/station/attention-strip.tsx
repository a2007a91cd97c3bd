import { deviceMark } from '@flowviz/contract/screen/mark'
import type { Floor } from '../floor-state.ts'

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
  const [first, ...others] = floor.devices.inTrouble.value
  if (first === undefined) return null
  const mark = deviceMark(first.state)
  return (
    <div role="alert">
      <a class="attention" href="/devices" data-tone={mark.tone}>
        <span class="mark" data-tone={mark.tone}>
          {first.name}: {mark.word}
        </span>
        <span class="sentence">{first.detail}</span>
        {others.length > 0 && <b class="more">+{others.length} more</b>}
      </a>
    </div>
  )
}
