import { Notice } from '../part/notice.tsx'
import { PinDots } from '../part/pin-keys.tsx'
import { troubleWords } from '../word/trouble-word.ts'
import { PIN_STEPS, type PinStep, type PinTrouble } from './own-pin-state.ts'
import { say } from './own-pin-words.ts'
import { wordsOf } from './trouble-notice.tsx'

/** Why the appliance cannot be asked now. */
export type Barred = 'offline' | 'needs_pin'

interface OwnPinCardProps {
  step: PinStep
  /** Digits that were entered in this step. */
  typed: number
  trouble: PinTrouble | null
  /** Somebody else set the present one. */
  must: boolean
  barred?: Barred | null
}

/** What is typed now, what is wrong with it, and what a new PIN does. */
export function OwnPinCard({ step, typed, trouble, must, barred = null }: OwnPinCardProps) {
  const at = PIN_STEPS.indexOf(step)
  return (
    <section class="pin-card">
      {barred !== null && <Notice title={say(`${barred}_title`)} hint={say(`${barred}_hint`)} />}
      {barred === null && trouble !== null && <Notice {...pinTroubleWords(trouble)} />}
      {must && (
        <div class="notice">
          <b>{say('must_title')}</b>
          <span class="next">{say('must_hint')}</span>
        </div>
      )}
      <ol class="pin-steps">
        {PIN_STEPS.map((one, n) => (
          <li key={one} aria-current={n === at ? 'step' : undefined} data-done={n < at}>
            <b>{say(`step_${one}`)}</b>
            {n === at && <PinDots count={typed} />}
            {n < at && (
              <span class="mark" data-tone="ok">
                {say('done_step')}
              </span>
            )}
          </li>
        ))}
      </ol>
      {trouble === null && barred === null && !must && <p class="quiet">{say('effect')}</p>}
    </section>
  )
}

/** Title and next step of what keeps a PIN from being changed. */
export function pinTroubleWords(trouble: PinTrouble): { title: string; hint: string } {
  switch (trouble.kind) {
    case 'weak':
      return { title: say(`weak_${trouble.weakness}_title`), hint: say('weak_hint') }
    case 'differs':
      return { title: say('differs_title'), hint: say('differs_hint') }
    case 'wrong':
      return { title: say('wrong_title'), hint: say('wrong_hint') }
    case 'changed':
      return { title: say('stale_title'), hint: say('stale_hint') }
    case 'refused':
      // Sent, and never answered: it may have been done all the same.
      if (trouble.trouble.code === 'unreachable') return { title: say('unknown_title'), hint: say('unknown_hint') }
      return troubleWords(trouble.trouble)
    default:
      return wordsOf(trouble)
  }
}
