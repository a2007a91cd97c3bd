import { say } from './words.ts'

/** The appliance takes no more from a screen this old. Nothing is interrupted: the person locks when it suits. */
export function UpdateNotice({ lock }: { lock: () => void }) {
  return (
    <div class="notice" data-tone="warn" role="status">
      <b>{say('demanded')}</b>
      <span class="next">{say('demanded_next')}</span>
      <button type="button" class="button" onClick={lock}>
        {say('lock')}
      </button>
    </div>
  )
}
