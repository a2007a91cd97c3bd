import { actOnDevice } from '@flowviz/edge-client/generated/api'
import { useComputed } from '@preact/signals'
import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { useFloor } from '../frame/floor-context.ts'
import { Stepper } from '../part/stepper.tsx'
import { troubleWords } from '../word/trouble-word.ts'
import { ManualPanel } from './manual-panel.tsx'
import type { ManualWeight } from './manual-weight.ts'
import type { WeightRange } from './range.ts'
import { RangeBar } from './range-bar.tsx'
import { TarePanel } from './tare-panel.tsx'
import { shownKg } from './weighing.ts'
import { WeightCard } from './weight-card.tsx'
import { weightOf } from './weight-of.ts'
import type { WeightView } from './weight-state.ts'
import { say } from './words.ts'

/** What a screen that weighs holds: a weight by hand in place of the scale's, and how many containers stand there. */
export interface Weighed {
  hand: ManualWeight | null
  containers: number
}

interface WeighPanelProps {
  value: Weighed
  change: (change: Partial<Weighed>) => void
  range?: WeightRange
  /** Net weight of a label, to be taken with one tap. */
  label_kg?: string | null
  /** Nothing is counted here. */
  uncounted?: boolean
  /** Further keys of the screen. */
  children?: ComponentChildren
}

const NO_RANGE: WeightRange = { min_kg: null, target_kg: null, max_kg: null }

/** F4: the scale's own weight, its tare, the containers on it; or a weight by hand with its reason. */
export function WeighPanel({
  value,
  change,
  range = NO_RANGE,
  label_kg = null,
  uncounted = false,
  children,
}: WeighPanelProps) {
  const floor = useFloor()
  const weight = weightOf(floor)
  const [open, setOpen] = useState<'hand' | 'tare' | null>(null)
  // Not the view itself: its age goes on five times a second.
  const live_kg = useComputed(() => liveKg(weight.view.value)).value
  const stable_kg = useComputed(() => stableKg(weight.view.value)).value
  const isAway = floor.away.value !== null
  const take = (hand: ManualWeight) => {
    change({ hand })
    setOpen(null)
  }
  const close = () => {
    change({ hand: null })
    setOpen(null)
  }
  if (open === 'hand')
    return <ManualPanel given={value.hand} likely={isAway ? 'reason_unreached' : null} take={take} close={close} />
  if (open === 'tare') {
    const scale = weight.scale.value?.name ?? say('no_scale')
    return <TarePanel gross_kg={stable_kg} scale={scale} containers={value.containers} take={take} close={close} />
  }
  const byHand = (
    <button type="button" class="button" onClick={() => setOpen('hand')}>
      {say('by_hand')}
    </button>
  )
  return (
    <section class="weighing">
      {value.hand === null ? (
        <WeightCard weight={weight} />
      ) : (
        <HandWeight hand={value.hand} again={() => setOpen('hand')} close={close} />
      )}
      <RangeBar range={range} weight_kg={value.hand?.weight_kg ?? live_kg} />
      <div class="key-row">
        {!uncounted && (
          <Stepper
            label={say('containers', { n: value.containers })}
            value={value.containers}
            change={containers => change({ containers })}
          />
        )}
        {value.hand === null && (
          <>
            {isAway && byHand}
            <ScaleKeys />
            <button type="button" class="button" disabled={live_kg === null} onClick={() => setOpen('tare')}>
              {say('container_tare')}
            </button>
            {!isAway && byHand}
            {label_kg !== null && (
              <button
                type="button"
                class="button"
                onClick={() => take({ weight_kg: label_kg, reason: say('reason_label') })}
              >
                {say('from_label', { kg: label_kg })}
              </button>
            )}
          </>
        )}
        {children}
      </div>
    </section>
  )
}

const liveKg = (view: WeightView) => (view.kind === 'live' ? shownKg(view.value, view.unit) : null)
const basisOf = (view: WeightView) => (view.kind === 'live' ? view.basis : null)
const stableKg = (view: WeightView) => (view.kind === 'live' && view.stable === true ? liveKg(view) : null)

function HandWeight({ hand, again, close }: { hand: ManualWeight; again: () => void; close: () => void }) {
  return (
    <section class="weight panel hand" aria-label={say('weight_by_hand')} data-live="false">
      <h2>{say('weight_by_hand')}</h2>
      <p class="figure" style={{ '--characters': String(hand.weight_kg.length) }}>
        <span class="value">{hand.weight_kg}</span> <span class="unit">{say('kg')}</span>
      </p>
      <div class="state">
        <span class="mark" data-tone="warn">
          {hand.reason}
        </span>
        <button type="button" class="button" onClick={again}>
          {say('by_hand')}
        </button>
        <button type="button" class="button" onClick={close}>
          {say('from_scale')}
        </button>
      </div>
    </section>
  )
}

/** What the scale itself can be asked, where the plant lets screens do so; its display follows by itself. */
function ScaleKeys() {
  const floor = useFloor()
  const weight = weightOf(floor)
  const [isBusy, setBusy] = useState(false)
  const scale = weight.scale.value
  const basis = useComputed(() => basisOf(weight.view.value)).value
  if (scale?.writes_allowed !== true || basis === null) return null
  const action = basis === 'net' ? 'clear_tare' : 'tare'
  const ask = async () => {
    setBusy(true)
    const answer = await floor.access.ask(() => actOnDevice(scale.id, { action } as never))
    setBusy(false)
    if (answer.ok) return
    const { title, hint } = troubleWords(answer.trouble)
    floor.scan.bus.say({ tone: 'forbidden', title, text: hint })
  }
  return (
    <button type="button" class="button" disabled={isBusy} onClick={() => void ask()}>
      {say(isBusy ? 'taring' : action === 'tare' ? 'tare_scale' : 'clear_tare')}
    </button>
  )
}
