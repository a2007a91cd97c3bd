import type { HelpReason } from '@flowviz/contract/help-word'
import type { Location } from '@flowviz/contract/plant/location'
import { Choice } from '../part/choice.tsx'
import { say } from './words.ts'

const REASONS: readonly HelpReason[] = ['safety', 'machine', 'quality', 'material', 'cleaning', 'other']

interface ReasonKeysProps {
  stops_line: boolean
  setStops: (stops: boolean) => void
  place: string | null
  places: readonly Pick<Location, 'location_id' | 'title'>[]
  setPlace: (location_id: string | null) => void
  call: (reason: HelpReason) => void
  disabled: boolean
}

/** Six large keys, each of which calls at once; what is said beside them goes with the call. */
export function ReasonKeys({ stops_line, setStops, place, places, setPlace, call, disabled }: ReasonKeysProps) {
  return (
    <section class="help-reasons" aria-label={say('choose')}>
      {disabled && <p class="quiet">{say('look_only')}</p>}
      <div class="about">
        <Choice
          name="stops"
          legend={say('stops')}
          quietLegend
          options={[
            { value: 'runs', face: say('line_runs') },
            { value: 'stops', face: say('line_stops') },
          ]}
          chosen={stops_line ? 'stops' : 'runs'}
          choose={value => setStops(value === 'stops')}
        />
        <label class="where">
          <span>{say('where')}</span>
          <select value={place ?? ''} onChange={event => setPlace(event.currentTarget.value || null)}>
            <option value="">{say('where_any')}</option>
            {places.map(({ location_id, title }) => (
              <option key={location_id} value={location_id}>
                {title}
              </option>
            ))}
          </select>
        </label>
      </div>
      <div class="keys">
        {REASONS.map(reason => (
          <button
            key={reason}
            type="button"
            class="button"
            data-reason={reason}
            disabled={disabled}
            onClick={() => call(reason)}
          >
            {say(reason)}
          </button>
        ))}
      </div>
    </section>
  )
}
