import { useState } from 'preact/hooks'
import { Stepper } from '../part/stepper.tsx'
import type { Step } from './registered-step.ts'
import { say } from './words.ts'

/** The last container, as the card shows it. */
export interface RegisteredView {
  lot_code: string | null
  title: string
  weight_kg: string | null
  by_hand: boolean
  containers: number
  step: Step
  /** What the display showed when it was registered. */
  shown_kg: string | null
  /** That counts, should the scale not be read in time. */
  taken: boolean
  trouble: { title: string; hint: string } | null
  offline: boolean
}

interface CardProps {
  view: RegisteredView
  /** Title of the printer; null where the plant has none. */
  printer: string | null
  /** Labels that were asked for already. */
  printed: number
  photo: 'none' | 'sending' | 'done'
  print: (copies: number) => void
  take: () => void
  again: () => void
  addPhoto: (file: File) => void
}

/** The lot's code in large, its two ticks, its labels; or what has to be decided about it. */
export function RegisteredCard(props: CardProps) {
  const { view } = props
  const isWrong = view.step === 'refused' || view.step === 'weight_refused'
  return (
    <section class="registered panel" data-step={view.step} aria-label={say('registered')}>
      <p class="code">
        <b>{view.lot_code ?? say('code_later')}</b>
        <span>
          {view.title}
          {view.weight_kg !== null && ` · ${view.weight_kg} kg`}
          {view.by_hand && ` · ${say('by_hand')}`}
        </span>
      </p>
      <Ticks view={view} />
      {isWrong || view.step === 'late' ? <Decide {...props} /> : <After {...props} />}
    </section>
  )
}

function Ticks({ view: { step, offline, taken, shown_kg } }: { view: RegisteredView }) {
  if (step === 'refused' || step === 'weight_refused' || step === 'given_up') return null
  return (
    <p class="ticks" role="status">
      <span class="mark" data-tone="ok">
        {say('stored')}
      </span>
      <span class="mark" data-tone={step === 'acked' ? 'ok' : 'pending'}>
        {say('acked')}
      </span>
      {step === 'waiting' && <b>{say('leave_it')}</b>}
      {step === 'stored' && offline && <span>{say('stored_offline')}</span>}
      {step === 'stored' && taken && shown_kg !== null && <span>{say('taken_shown', { kg: shown_kg })}</span>}
    </p>
  )
}

function Decide({ view: { step, shown_kg, trouble }, take, again }: CardProps) {
  const canTake = shown_kg !== null && step !== 'refused'
  return (
    <div class="notice" data-tone={step === 'late' ? 'warn' : 'alarm'} role="alert">
      <b>{step === 'late' ? say('late') : (trouble?.title ?? say('refused'))}</b>
      <span class="next">
        {canTake ? say('late_next', { kg: shown_kg }) : step === 'refused' ? trouble?.hint : say('late_no_number')}
      </span>
      <div class="key-row">
        {canTake && (
          <button type="button" class="button take" onClick={take}>
            {say('take_shown', { kg: shown_kg })}
          </button>
        )}
        {step !== 'late' && (
          <button type="button" class="button" onClick={again}>
            {say('weigh_again')}
          </button>
        )}
        <a class="button" href="/sync">
          {say('to_sync')}
        </a>
      </div>
    </div>
  )
}

function After({ view, printer, printed, photo, print, addPhoto }: CardProps) {
  const [copies, setCopies] = useState(view.containers)
  const isOnline = !view.offline
  if (view.lot_code === null && view.step !== 'acked') return null
  return (
    <div class="key-row">
      {printed > 0 && view.lot_code !== null ? (
        <a class="button" href={`/label/${encodeURIComponent(view.lot_code)}`}>
          {say('labels_more')}
        </a>
      ) : printer === null ? (
        <p class="quiet">{say('no_printer')}</p>
      ) : (
        <>
          <Stepper label={say('labels', { n: copies })} face={String(copies)} value={copies} change={setCopies} />
          <button type="button" class="button print" onClick={() => print(copies)}>
            {say('print', { n: copies })}
          </button>
        </>
      )}
      <label class="button photo" data-off={!isOnline || view.step !== 'acked'}>
        {say(photo === 'done' ? 'photo_done' : 'photo')}
        <input
          type="file"
          accept="image/*"
          capture="environment"
          disabled={!isOnline || view.step !== 'acked' || photo === 'sending'}
          onChange={event => {
            const file = event.currentTarget.files?.[0]
            if (file !== undefined) addPhoto(file)
          }}
        />
      </label>
      {printed > 0 && printer !== null && (
        <p role="status">
          {isOnline ? say('labels_asked', { n: printed, printer }) : say('labels_queued', { printer })}
        </p>
      )}
      {!isOnline && <p class="quiet">{say('photo_online')}</p>}
    </div>
  )
}
