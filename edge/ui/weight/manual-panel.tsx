import { useState } from 'preact/hooks'
import { NumberPad } from '../part/number-pad.tsx'
import { type ManualWeight, padWeight } from './manual-weight.ts'
import { say } from './words.ts'

const REASONS = [
  'reason_unreached',
  'reason_service',
  'reason_too_large',
  'reason_other_scale',
  'reason_label',
  'reason_note',
] as const
export type HandReason = (typeof REASONS)[number]

interface ManualPanelProps {
  given: ManualWeight | null
  /** The reason that is at hand: the server is away. */
  likely: HandReason | null
  take: (hand: ManualWeight) => void
  close: () => void
}

/** A weight by hand: the number on large keys, and its reason as a key too; nothing is typed. */
export function ManualPanel({ given, likely, take, close }: ManualPanelProps) {
  const [text, setText] = useState(given?.weight_kg ?? '')
  const [reason, setReason] = useState<string | null>(given?.reason ?? (likely === null ? null : say(likely)))
  const weight_kg = padWeight(text)
  const missing = weight_kg === null ? say('enter_weight') : reason === null ? say('choose_reason') : null
  return (
    <section class="manual-weight" aria-label={say('weight_by_hand')}>
      <div class="keyed">
        <NumberPad label={say('weight_by_hand')} unit={say('kg')} value={text} change={setText} />
        <div class="key-row">
          <button type="button" class="button" data-kind="quiet" onClick={close}>
            {say('from_scale')}
          </button>
          <button
            type="button"
            class="button take"
            disabled={missing !== null}
            onClick={() => weight_kg !== null && reason !== null && take({ weight_kg, reason })}
          >
            {say('take_weight')}
          </button>
        </div>
      </div>
      <div class="reasons">
        <h2>{say('why_by_hand')}</h2>
        <div class="grid">
          {REASONS.map(key => (
            <button
              key={key}
              type="button"
              class="button"
              aria-pressed={reason === say(key)}
              onClick={() => setReason(say(key))}
            >
              {say(key)}
            </button>
          ))}
        </div>
        <p class="quiet">{missing ?? say('flagged')}</p>
      </div>
    </section>
  )
}
