import { decimalText } from '@flowviz/contract/screen/format'
import { CodePad } from '../lot/code-pad.tsx'
import { NumberPad } from '../part/number-pad.tsx'
import type { DepartureDraft, DepartureField } from './departure.ts'
import { say } from './words.ts'

interface ChipsProps {
  fields: readonly DepartureField[]
  draft: DepartureDraft
  open: DepartureField | null
  choose: (field: DepartureField) => void
}

/** What is written down when a truck leaves: each a key that shows its value. */
export function DepartureChips({ fields, draft, open, choose }: ChipsProps) {
  return (
    <div class="departure">
      {fields.map(field => (
        <button
          key={field}
          type="button"
          class="button receive-chip"
          data-filled={draft[field] !== ''}
          aria-pressed={open === field}
          onClick={() => choose(field)}
        >
          <span class="name">{say(field)}</span>
          <b>{shown(field, draft)}</b>
        </button>
      ))}
    </div>
  )
}

function shown(field: DepartureField, draft: DepartureDraft): string {
  const value = draft[field]
  if (value === '') return say('empty')
  return field === 'truck_c' ? `${decimalText(value)} °C` : value
}

interface PadProps {
  field: DepartureField
  draft: DepartureDraft
  edit: (change: Partial<DepartureDraft>) => void
}

/** Keys for one of them; a scan fills papers and seal as well. */
export function DeparturePad({ field, draft, edit }: PadProps) {
  const what = say(field)
  return (
    <section class="lot-panel" aria-label={what}>
      {field !== 'truck_c' && <p>{say('enter', { what })}</p>}
      {field === 'truck_c' ? (
        <NumberPad signed label={what} unit="°C" value={draft.truck_c} change={truck_c => edit({ truck_c })} />
      ) : (
        <CodePad label={what} value={draft[field]} change={value => edit({ [field]: value })} />
      )}
    </section>
  )
}
