import { dayText, timeText } from '@flowviz/contract/screen/format'
import { useEffect, useMemo } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { useFloor } from '../frame/floor-context.ts'
import { Screen } from '../frame/screen.tsx'
import { knownLotOf } from '../lot/known-lots.ts'
import { useScan } from '../scan/use-scan.ts'
import { useBook } from '../shelf/use-book.ts'
import { boardView, type ShownPlace } from './board-view.ts'
import { FlowPicture } from './flow-picture.tsx'
import { LaneCard } from './lane-card.tsx'
import { moveOf } from './move-of.ts'
import { useMoveScan } from './move-scan.ts'
import { carriedLot, carriedUnit, pendingMoves } from './move-state.ts'
import { whyUnfit } from './unfit.ts'
import { say } from './words.ts'

/**
 * F8, the board: lots on their way through the gates, and the lanes where they wait. A supervisor reads from three metres
 * what waits, what is held and what is too warm; an operator moves a lot by scan and scan, or tap and tap.
 */
export function BoardScreen() {
  const floor = useFloor()
  const move = moveOf(floor)
  const carried = move.carried.value
  useScan(floor.scan.bus, useMoveScan())
  useAskedMove()
  const moves = pendingMoves(floor.outbox.entries.value)
  const board = useBook(floor.shelf.board, floor.shelf.stirred)
  const view = useMemo(() => (board === null ? null : boardView(board, moves)), [board, JSON.stringify(moves)])
  const now = floor.clock.now.value
  const today = dayText(now)
  if (view === null || board === null)
    return (
      <Screen title={say('title')}>
        <p class="quiet">{say('no_board')}</p>
      </Screen>
    )
  const put = (place: ShownPlace) => {
    const forbid = (title: string) => floor.scan.bus.say({ tone: 'forbidden', title })
    const unfit = carried === null ? null : whyUnfit(floor, carried, place)
    if (unfit !== null) forbid(unfit)
    else void move.putTo(place).catch(() => forbid(say('not_kept')))
  }
  return (
    <Screen
      title={say('title')}
      class="board"
      more={
        carried === null ? null : (
          <button type="button" class="button" onClick={move.putBack}>
            {say('stays')}
          </button>
        )
      }
    >
      <p class="as-of quiet">{say('as_of', { time: timeText(board.as_of, true) })}</p>
      {carried === null ? (
        view.flows.map(flow => <FlowPicture key={flow.plan_id} flow={flow} now={now} today={today} />)
      ) : (
        <p class="notice" role="status">
          <b>{say('choose_place', { code: carried.code })}</b>
        </p>
      )}
      <h2 class="unseen">{say('lanes')}</h2>
      {view.places.length === 0 && <p class="quiet">{say('no_lanes')}</p>}
      <div class="lanes">
        {view.places.map(place => (
          <LaneCard
            key={place.location_id}
            place={place}
            today={today}
            href={`/lane/${place.location_id}`}
            moveHere={carried === null || carried.from_location_id === place.location_id ? null : () => put(place)}
          />
        ))}
      </div>
    </Screen>
  )
}

/** `/move?lot=` and `/move?hu=` take something up at once: another screen had it in hand. */
function useAskedMove(): void {
  const floor = useFloor()
  const { query } = useLocation()
  const lot = knownLotOf(floor, query.lot)
  const unit = floor.shelf.units.value.value?.find(one => one.hu_id === query.hu)
  useEffect(() => {
    if (lot !== undefined && lot.pending !== true) moveOf(floor).take(carriedLot(lot))
    if (unit !== undefined) moveOf(floor).take(carriedUnit(unit))
  }, [floor, lot === undefined || lot.pending === true, unit === undefined])
}
