import { say } from '../session/words.ts'

interface PinKeysProps {
  label: string
  pin: string
  change: (pin: string) => void
  /** The dots stand elsewhere on this screen. */
  bare?: boolean
}

const KEYS = ['1', '2', '3', '4', '5', '6', '7', '8', '9', null, '0', 'back'] as const
const PIN_LENGTH_MIN = 4
const PIN_LENGTH_MAX = 8

/** Keys for a secret of digits, shown as dots; a PIN is no number, so nothing of it is put right. */
export function PinKeys({ label, pin, change, bare = false }: PinKeysProps) {
  const press = (key: string) =>
    change(key === 'back' ? pin.slice(0, -1) : pin.length < PIN_LENGTH_MAX ? pin + key : pin)
  return (
    <fieldset class="number-pad pin-keys" aria-label={label}>
      {!bare && <PinDots count={pin.length} />}
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

/** As many filled dots as digits were entered. */
export function PinDots({ count }: { count: number }) {
  return (
    <p class="dots" role="status" aria-label={say('digits', { n: count })}>
      {Array.from({ length: Math.max(PIN_LENGTH_MIN, count) }, (_, at) => (
        <span key={at} data-filled={at < count} />
      ))}
    </p>
  )
}
