import type { Location } from '@flowviz/contract/plant/location'
import { useState } from 'preact/hooks'
import { NumberPad } from '../part/number-pad.tsx'
import { padNumber } from '../weight/manual-weight.ts'
import type { ReceiveDraft } from './receive-draft.ts'
import { say } from './words.ts'

interface PlacePanelProps {
  draft: ReceiveDraft
  locations: readonly Location[]
  edit: (change: Partial<ReceiveDraft>) => void
  done: () => void
}

/** The temperature of the goods, and where they go; both may be left out. */
export function PlacePanel({ draft, locations, edit, done }: PlacePanelProps) {
  const [text, setText] = useState(draft.temperature_c)
  const enter = (keyed: string) => {
    setText(keyed)
    edit({ temperature_c: padNumber(keyed) ?? '' })
  }
  const choose = (location_id: string | null) => {
    edit({ location_id })
    done()
  }
  return (
    <section class="manual-weight" aria-label={say('place')}>
      <NumberPad label={say('degrees')} unit="°C" signed value={text} change={enter} />
      <div class="reasons">
        <h2>{say('where')}</h2>
        <div class="grid">
          <button type="button" class="button" aria-pressed={draft.location_id === null} onClick={() => choose(null)}>
            {say('where_default')}
          </button>
          {locations.map(({ location_id, title }) => (
            <button
              key={location_id}
              type="button"
              class="button"
              aria-pressed={draft.location_id === location_id}
              onClick={() => choose(location_id)}
            >
              {title}
            </button>
          ))}
        </div>
        <div class="key-row">
          <button type="button" class="button take" onClick={done}>
            {say('done')}
          </button>
        </div>
      </div>
    </section>
  )
}
