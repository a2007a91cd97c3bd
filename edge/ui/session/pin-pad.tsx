import { useEffect } from 'preact/hooks'
import type { SessionState } from './session-state.ts'

const KEYS = ['1', '2', '3', '4', '5', '6', '7', '8', '9', 'back', '0'] as const

/** Ten keys and a PIN that is shown as dots; a keyboard works too. */
export function PinPad({ session }: { session: SessionState }) {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (/^\d$/.test(event.key)) session.press(event.key)
      if (event.key === 'Backspace') session.press('back')
      // With a button in focus, Enter is the button's own.
      if (event.key === 'Enter' && !(event.target instanceof HTMLButtonElement)) void session.signIn()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [session])
  const chosen = session.chosen.value
  const length = session.pin.value.length
  return (
    <section class="pad" aria-labelledby="pin">
      <h2 id="pin">{chosen === null ? 'Choose your name' : `PIN of ${chosen.display_name}`}</h2>
      <p class="dots" role="status" aria-label={`${length} digits entered`}>
        {Array.from({ length: Math.max(4, length) }, (_, at) => (
          <span key={at} data-filled={at < length} />
        ))}
      </p>
      <div class="keys">
        {KEYS.map(key => (
          <button
            key={key}
            type="button"
            class="button key"
            disabled={chosen === null}
            aria-label={key === 'back' ? 'Delete the last digit' : key}
            onClick={() => session.press(key)}
          >
            {key === 'back' ? '⌫' : key}
          </button>
        ))}
      </div>
      <button
        type="button"
        class="button primary"
        data-kind="primary"
        disabled={chosen === null || !session.ready.value}
        onClick={() => void session.signIn()}
      >
        {session.busy.value ? 'Signing in…' : 'Sign in'}
      </button>
    </section>
  )
}
