import { useEffect } from 'preact/hooks'
import type { SessionState } from './session-state.ts'
import { say } from './words.ts'

const KEYS = ['1', '2', '3', '4', '5', '6', '7', '8', '9', 'back', '0'] as const

interface PinPadProps {
  session: SessionState
  /** The first touch of a page, from which on it may sound. */
  touched: () => void
}

/** Ten keys and a PIN that is shown as dots; a keyboard works too. */
export function PinPad({ session, touched }: PinPadProps) {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.target instanceof HTMLInputElement) return
      if (/^\d$/.test(event.key)) session.press(event.key)
      if (event.key === 'Backspace') session.press('back')
      // With a button in focus, Enter is the button's own.
      if (event.key === 'Enter' && !(event.target instanceof HTMLButtonElement)) void session.signIn()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [session])
  const isChosen = session.chosen.value !== null || session.badge.value !== null
  const length = session.pin.value.length
  const press = (key: string) => {
    touched()
    session.press(key)
  }
  return (
    <section class="pad" aria-labelledby="pin">
      <h2 id="pin">{titleOf(session)}</h2>
      <p class="dots" role="status" aria-label={say('digits', { n: length })}>
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
            disabled={!isChosen}
            data-key={key}
            aria-label={key === 'back' ? say('delete_digit') : key}
            onClick={() => press(key)}
          >
            {key === 'back' ? '⌫' : key}
          </button>
        ))}
        <button
          type="button"
          class="button key enter"
          data-kind="primary"
          disabled={!session.ready.value}
          onClick={() => void session.signIn()}
        >
          {wordOf(session)}
        </button>
      </div>
    </section>
  )
}

function wordOf({ busy, unlocking }: SessionState): string {
  if (busy.value) return say('checking')
  return say(unlocking.value === null ? 'sign_in' : 'open')
}

function titleOf({ chosen, badge }: SessionState): string {
  if (chosen.value !== null) return say('pin_of', { name: chosen.value.display_name })
  return say(badge.value === null ? 'choose_name' : 'pin_of_badge')
}
