import { type PadKey, pressed } from '../weight/manual-weight.ts'
import { say } from '../weight/words.ts'

interface NumberPadProps {
  value: string
  change: (value: string) => void
  label: string
  unit: string
  /** Degrees may be below zero, and pieces have no point. */
  signed?: boolean
  whole?: boolean
}

const DIGITS: readonly PadKey[] = ['7', '8', '9', '4', '5', '6', '1', '2', '3']

/** Keys for a number, large enough for a glove; nothing is typed on the tablet's own keyboard. */
export function NumberPad({ value, change, label, unit, signed = false, whole = false }: NumberPadProps) {
  const left: PadKey | null = signed ? 'sign' : whole ? null : '.'
  const keys: readonly (PadKey | null)[] = [...DIGITS, left, '0', 'back']
  return (
    <fieldset class="number-pad" aria-label={label}>
      <p class="number" role="status">
        <span class="unseen">{label}: </span>
        <b data-empty={value === ''}>{value === '' ? '—' : value.replace('-', '−')}</b> <span>{unit}</span>
        {signed && (
          <button
            type="button"
            class="button key"
            aria-label={say('point')}
            onClick={() => change(pressed(value, '.'))}
          >
            .
          </button>
        )}
      </p>
      <div class="keys">
        {keys.map((key, at) =>
          key === null ? (
            <span key={at} />
          ) : (
            <button
              key={key}
              type="button"
              class="button key"
              aria-label={KEY_WORDS[key] === undefined ? key : say(KEY_WORDS[key])}
              onClick={() => change(pressed(value, key))}
            >
              {FACES[key] ?? key}
            </button>
          ),
        )}
      </div>
    </fieldset>
  )
}

const FACES: Partial<Record<PadKey, string>> = { back: '⌫', sign: '±' }
const KEY_WORDS: Partial<Record<PadKey, 'delete_digit' | 'sign' | 'point'>> = {
  back: 'delete_digit',
  sign: 'sign',
  '.': 'point',
}
