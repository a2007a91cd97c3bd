import type { Floor } from '../floor-state.ts'

/** The one main action of the receive screen, with the reason beside it while it cannot be done. */
export function RegisterButton({ floor }: { floor: Floor }) {
  const { registration } = floor
  const at = registration.sending.value.at
  const missing = registration.missing.value
  return (
    <div class="main-action">
      <p id="why-not" role="status">
        {missing}
      </p>
      <button
        type="button"
        class="button primary"
        data-kind="primary"
        disabled={missing !== null || at === 'sending'}
        aria-describedby="why-not"
        onClick={() => void registration.submit()}
      >
        {at === 'sending' ? 'Registering…' : at === 'unsure' ? 'Send again' : 'Register lot'}
      </button>
    </div>
  )
}
