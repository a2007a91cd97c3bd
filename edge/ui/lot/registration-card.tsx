import type { LotType } from '@flowviz/contract/lot'
import { decimalText, unitText } from '@flowviz/contract/screen/format'
import { Choice, type Option } from '../part/choice.tsx'
import type { WeightState } from '../weight/weight-state.ts'
import { OutcomeNotice } from './outcome-notice.tsx'
import type { Draft, RegistrationState } from './registration-state.ts'

const face = (word: string, note: string) => (
  <>
    <b>{word}</b>
    <span>{note}</span>
  </>
)

const TYPES: Option<LotType>[] = [
  { value: 'RAW', face: face('RAW', 'raw material') },
  { value: 'WIP', face: face('WIP', 'in process') },
  { value: 'FG', face: face('FG', 'finished') },
  { value: 'REWORK', face: face('REWORK', 'to rework') },
  { value: 'PACKAGING', face: face('PACKAGING', 'packaging') },
]

const METHODS: Option<Draft['method']>[] = [
  { value: 'scale', face: 'From scale' },
  { value: 'manual', face: 'By hand' },
]

interface CardProps {
  registration: RegistrationState
  weight: WeightState
}

/** Register a lot: five taps on known goods, the weight from the scale. */
export function RegistrationCard({ registration, weight }: CardProps) {
  const draft = registration.draft.value
  return (
    <form class="registration panel" aria-label="Register a lot" onSubmit={event => event.preventDefault()}>
      <OutcomeNotice registration={registration} />
      <fieldset disabled={registration.locked.value}>
        <div class="wide">
          <Choice
            name="lot_type"
            legend="Lot type"
            options={TYPES}
            chosen={draft.lot_type}
            choose={lot_type => registration.edit({ lot_type })}
          />
        </div>
        <TextField registration={registration} name="product" label="Product" />
        <TextField registration={registration} name="supplier" label="Supplier" />
        <TextField registration={registration} name="supplier_lot_code" label="Supplier's lot" />
        <TextField registration={registration} name="temperature_c" label="Temperature °C" numeric />
        <WeightSource registration={registration} weight={weight} />
      </fieldset>
    </form>
  )
}

function WeightSource({ registration, weight }: CardProps) {
  const { method } = registration.draft.value
  return (
    <div class="source wide">
      <Choice
        name="method"
        legend="Weight"
        options={METHODS}
        chosen={method}
        choose={next => registration.edit({ method: next })}
      />
      {method === 'scale' ? (
        <ScaleWeight weight={weight} />
      ) : (
        <>
          <TextField registration={registration} name="weight_kg" label="Weight kg" numeric />
          <TextField registration={registration} name="manual_reason" label="Reason (needed)" />
        </>
      )}
    </div>
  )
}

function ScaleWeight({ weight }: { weight: WeightState }) {
  const view = weight.view.value
  return (
    <p class="captured">
      {view.kind === 'live' ? (
        <>
          <b>
            {decimalText(view.value)} {unitText(view.unit)}
          </b>
          <span>The appliance takes it from {weight.scale.value?.name} with the scale's own record.</span>
        </>
      ) : (
        <span class="mark" data-tone="stale">
          {view.why}
        </span>
      )}
    </p>
  )
}

type TextName = Exclude<keyof Draft, 'lot_type' | 'method'>

interface TextFieldProps {
  registration: RegistrationState
  name: TextName
  label: string
  numeric?: boolean
}

function TextField({ registration, name, label, numeric = false }: TextFieldProps) {
  const sending = registration.sending.value
  const wrong = sending.at === 'refused' ? sending.trouble.fields[name] : undefined
  return (
    <div class="field">
      <label for={name}>{label}</label>
      <input
        id={name}
        name={name}
        type="text"
        inputMode={numeric ? 'decimal' : 'text'}
        autocomplete="off"
        value={registration.draft.value[name]}
        aria-invalid={wrong !== undefined}
        onInput={event => registration.edit({ [name]: event.currentTarget.value })}
      />
      {wrong !== undefined && <span class="wrong">{wrong}</span>}
    </div>
  )
}
