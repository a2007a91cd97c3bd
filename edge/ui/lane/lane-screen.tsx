import { ageText, dayText, sumText } from '@flowviz/contract/screen/format'
import { useLocation, useRoute } from 'preact-iso'
import { useFloor } from '../frame/floor-context.ts'
import { Screen } from '../frame/screen.tsx'
import { useScan } from '../scan/use-scan.ts'
import { boardView, type ShownPlaceLot } from './board-view.ts'
import { RoomMark } from './lane-card.tsx'
import { MATTER_TONES, type Matter, matterOf } from './lot-look.ts'
import { moveOf } from './move-of.ts'
import { useMoveScan } from './move-scan.ts'
import { pendingMoves } from './move-state.ts'
import { say } from './words.ts'

/** One lane: its lots in the order in which they leave, each to be opened or moved. */
export function LaneScreen() {
  const floor = useFloor()
  const { location_id } = useRoute().params
  const { route } = useLocation()
  useScan(floor.scan.bus, useMoveScan())
  const board = floor.shelf.board.value.value
  const places = board === null ? [] : boardView(board, pendingMoves(floor.outbox.entries.value)).places
  const place = places.find(one => one.location_id === location_id)
  if (place === undefined)
    return (
      <Screen title={location_id ?? ''} back="/board">
        <p class="quiet">{say('lane_missing')}</p>
      </Screen>
    )
  const move = (lot: ShownPlaceLot) => {
    const { lot_id: id, lot_code: code, here_kg: kg } = lot
    moveOf(floor).take({ what: 'lot', id, code, kg, from_location_id: place.location_id })
    route('/board')
  }
  const now = floor.clock.now.value
  return (
    <Screen title={place.title} back="/board" class="lane-lots">
      <RoomMark temperature={place.temperature} />
      {place.lots.length === 0 && <p class="quiet">{say('lane_empty')}</p>}
      <ul class="rows">
        {place.lots.map(lot => (
          <LaneRow key={lot.lot_id} lot={lot} now={now} move={() => move(lot)} />
        ))}
      </ul>
      {place.more > 0 && <p class="quiet">{say('rows_more', { n: place.more })}</p>}
    </Screen>
  )
}

interface LaneRowProps {
  lot: ShownPlaceLot
  now: number
  move: () => void
}

/** A lot of a lane: what it is, how long it is here, what is the matter, and the two things that one does with it. */
export function LaneRow({ lot, now, move }: LaneRowProps) {
  const today = dayText(now)
  const matter = matterOf(lot, today)
  return (
    <li class="row">
      <span class="what">
        <b>{lot.lot_code}</b>
        <span>{[lot.product, `${sumText(lot.here_kg)} kg`].filter(Boolean).join(' · ')}</span>
      </span>
      <span class="when">
        {lot.expires_on !== null && matter !== 'expired' && <span>{say('expires', { day: lot.expires_on })}</span>}
        <span>{say('since', { age: ageText(now - Date.parse(lot.since)) })}</span>
      </span>
      {matter !== null && (
        <span class="mark" data-tone={MATTER_TONES[matter]}>
          {matterWord(matter)}
        </span>
      )}
      <a class="button" href={`/lot/${encodeURIComponent(lot.lot_code)}`}>
        {say('open_lot')}
      </a>
      <button type="button" class="button" onClick={move}>
        {say('move')}
      </button>
    </li>
  )
}

function matterWord(matter: Matter): string {
  return { warm: say('is_warm'), held: say('is_held'), expired: say('is_expired'), pending: say('is_pending') }[matter]
}
