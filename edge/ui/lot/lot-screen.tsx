import { countText } from '@flowviz/contract/screen/format'
import { useFloor } from '../frame/floor-context.ts'
import { Screen } from '../frame/screen.tsx'
import { LotRows } from './lot-rows.tsx'

/** The lots of today, newest first, live. */
export function LotScreen() {
  const floor = useFloor()
  const { today, loaded, trouble } = floor.lots
  const lots = today.value
  return (
    <Screen title="Lots today" class="sheet">
      <p>{countText(lots.length, 'lot')}</p>
      {trouble.value !== null && (
        <div class="notice" data-tone="alarm" role="alert">
          <b>{trouble.value.title}</b>
          <span class="next">{trouble.value.hint}</span>
        </div>
      )}
      {lots.length > 0 && <LotRows lots={lots} now={floor.clock.now.value} nameOf={floor.devices.nameOf} />}
      {lots.length === 0 && (
        <p class="quiet">{loaded.value ? 'No lot yet today. Receive the first one.' : 'Loading the lots of today…'}</p>
      )}
    </Screen>
  )
}
