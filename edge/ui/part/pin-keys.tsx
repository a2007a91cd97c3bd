import { say } from '../session/words.ts'

interface PinKeysProps {
  label: string
  pin: string
  change: (pin: string) => void
}

const KEYS = ['1', '2', '3', '4', '5', '6', '7', '8', '9', null, '0', 'back'] as const
const PIN_LENGTH_MIN = 4
const PIN_LENGTH_MAX = 8

/** Keys for a secret of digits, shown as dots; a PIN is no number, so nothing of it is put right. */
export function PinKeys({ label, pin, change }: PinKeysProps) {
  const press = (key: string) =>
    change(key === 'back' ? pin.slice(0, -1) : pin.length < PIN_LENGTH_MAX ? pin + key : pin)
  return (
    <fieldset class="number-pad pin-keys" aria-label={label}>
      <p class="dots" role="status" aria-label={say('digits', { n: pin.length })}>
        {Array.from({ length: Math.max(PIN_LENGTH_MIN, pin.length) }, (_, at) => (
          <span key={at} data-filled={at < pin.length} />
        ))}
      </p>
      <div class="keys">
        {KEYS.map(key =>
          key === null ? (
            <span key="none" />
          ) : (
            <button
              key={key}
              type="button"
              class="button key"
              aria-label={key === 'back' ? say('delete_digit') : key}
              onClick={() => press(key)}
            >
              {key === 'back' ? '⌫' : key}
            </button>
          ),
        )}
      </div>
    </fieldset>
  )
}
