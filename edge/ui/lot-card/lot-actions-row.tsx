import { useLocation } from 'preact-iso'
import { useFloor } from '../frame/floor-context.ts'
import { HoldButton } from '../frame/hold-button.tsx'
import { Icon } from '../frame/icon.tsx'
import { moveOf } from '../lane/move-of.ts'
import { carriedLot } from '../lane/move-state.ts'
import type { KnownLot } from '../lot/pending-lots.ts'
import type { LotAction } from './lot-actions.ts'
import { say } from './words.ts'

/** What can be done with a lot, as large keys; the check of a gate is the main action below. */
export function LotActions({ lot, actions }: { lot: KnownLot; actions: readonly LotAction[] }) {
  const floor = useFloor()
  const { route } = useLocation()
  const { lot_code: code } = lot
  if (code === null) return null
  const move = () => {
    moveOf(floor).take(
      lot.pending === true
        ? { what: 'lot', id: code, code, from_location_id: null, kg: lot.weight_kg ?? '' }
        : carriedLot(lot),
    )
    route('/board')
  }
  const undo = async () => {
    try {
      const body = {}
      await floor.outbox.put({ command: 'undo-lot', params: { lot_id: code }, body, lane: `lot:${code}`, about: code })
      floor.scan.bus.say({ tone: 'ok', title: say('undone', { code }) })
      route('/lots')
    } catch {
      floor.scan.bus.say({ tone: 'forbidden', title: floor.outbox.trouble.peek()?.title ?? say('not_kept') })
    }
  }
  const ref = encodeURIComponent(code)
  return (
    <div class="key-row lot-actions">
      {actions.includes('move') && (
        <button type="button" class="button" onClick={move}>
          <Icon name="board" />
          {say('move')}
        </button>
      )}
      {actions.includes('hold') && (
        <a class="button" href={`/hold?lot=${ref}`}>
          <Icon name="hold" />
          {say('hold')}
        </a>
      )}
      {actions.includes('label') && (
        <a class="button" href={`/label/${ref}`}>
          <Icon name="label" />
          {say('label')}
        </a>
      )}
      {actions.includes('undo') && <HoldButton run={() => void undo()}>{say('undo')}</HoldButton>}
    </div>
  )
}
