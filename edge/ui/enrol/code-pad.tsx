import { Notice } from '../part/notice.tsx'
import { troubleWords } from '../word/trouble-word.ts'
import { SIGNS, shownCode } from './code.ts'
import type { EnrolState } from './enrol-state.ts'
import { say } from './words.ts'

/** The code of an invitation and the keys to type it. */
export function CodePad({ enrol }: { enrol: EnrolState }) {
  const trouble = enrol.trouble.value
  const words = trouble === null ? null : troubleWords(trouble)
  return (
    <section class="enrol-code" aria-labelledby="code">
      <h2 id="code" class="unseen">
        {say('code')}
      </h2>
      <p class="quiet">{say('code_how')}</p>
      {words !== null && <Notice title={words.title} hint={words.hint} />}
      <div class="typed">
        <output aria-live="polite">{shownCode(enrol.code.value)}</output>
        <button
          type="button"
          class="button"
          aria-label={say('delete_sign')}
          disabled={enrol.code.value === ''}
          onClick={() => enrol.press('back')}
        >
          ⌫
        </button>
      </div>
      <div class="signs">
        {[...SIGNS].map(sign => (
          <button key={sign} type="button" class="button key" onClick={() => enrol.press(sign)}>
            {sign}
          </button>
        ))}
      </div>
    </section>
  )
}
