import type { BoardTemperature, RoomState } from '@flowviz/contract/board'
import { decimalText, sumText, unitText } from '@flowviz/contract/screen/format'
import type { Tone } from '@flowviz/contract/screen/mark'
import { fullness, type ShownPlace, type ShownPlaceLot } from './board-view.ts'
import { MATTER_TONES, matterOf } from './lot-look.ts'
import { say } from './words.ts'

interface LaneCardProps {
  place: ShownPlace
  today: string
  /** A tap opens the lane, or, while a lot is being moved, takes it here. */
  href: string
  moveHere: (() => void) | null
}

/** A lane or a room: how full it is, how warm it is, and its lots in the order in which they leave. */
export function LaneCard({ place, today, href, moveHere }: LaneCardProps) {
  const full = fullness(place)
  const inside = (
    <>
      <span class="head">
        <b>{place.title}</b>
        <RoomMark temperature={place.temperature} />
      </span>
      {full !== null && (
        <span class="fill" data-full={full >= 1}>
          <i style={{ width: `${Math.min(100, full * 100)}%` }} />
        </span>
      )}
      <span class="note">{contentText(place)}</span>
      <span class="queue">
        {place.lots.slice(0, BLOCKS_MAX).map(lot => (
          <LaneBlock key={lot.lot_id} lot={lot} today={today} />
        ))}
      </span>
      {moveHere === null ? (
        <span class="next">
          {place.lots[0] === undefined ? say('empty') : say('next', { code: place.lots[0].lot_code })}
        </span>
      ) : (
        <span class="next">{say('move_here')}</span>
      )}
    </>
  )
  if (moveHere !== null)
    return (
      <button type="button" class="lane" data-target={true} onClick={moveHere}>
        {inside}
      </button>
    )
  return (
    <a class="lane" href={href}>
      {inside}
    </a>
  )
}

const BLOCKS_MAX = 16

function LaneBlock({ lot, today }: { lot: ShownPlaceLot; today: string }) {
  const matter = matterOf(lot, today)
  return <i class="block" data-tone={matter === null ? undefined : MATTER_TONES[matter]} />
}

function contentText(place: ShownPlace): string {
  const kg = sumText(place.filled_kg)
  if (place.capacity_kg !== null) return say('kg_of', { kg, capacity: sumText(place.capacity_kg) })
  if (place.capacity_lots !== null) return say('lots_of', { n: place.filled_lots, capacity: place.capacity_lots })
  return `${say('lots', { n: place.filled_lots })} · ${kg} kg`
}

const ROOM_TONES: Readonly<Record<RoomState, Tone>> = { ok: 'ok', too_warm: 'alarm', too_cold: 'warn', silent: 'stale' }

/** How warm a room is: the last good number, and the word of its state. */
export function RoomMark({ temperature }: { temperature: BoardTemperature | null }) {
  if (temperature === null) return null
  const { state, value, unit } = temperature
  const word = {
    ok: say('ok'),
    too_warm: say('room_too_warm'),
    too_cold: say('room_too_cold'),
    silent: say('room_silent'),
  }[state]
  return (
    <span class="mark degrees" data-tone={ROOM_TONES[state]}>
      {state !== 'silent' && value !== null && (
        <b>
          {decimalText(value)} {unitText(unit)}
        </b>
      )}{' '}
      {state === 'ok' ? <span class="unseen">{word}</span> : word}
    </span>
  )
}
