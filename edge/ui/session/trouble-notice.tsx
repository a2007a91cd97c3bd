import { ageText } from '@flowviz/contract/screen/format'
import { troubleWords } from '../word/trouble-word.ts'
import type { SignInTrouble } from './sign-in-trouble.ts'
import { say } from './words.ts'

interface TroubleNoticeProps {
  trouble: SignInTrouble
  askManager: () => void
}

/** Why somebody is not signed in, and what to do. */
export function TroubleNotice({ trouble, askManager }: TroubleNoticeProps) {
  const { title, hint } = wordsOf(trouble)
  return (
    <div class="notice" data-tone="alarm" role="alert">
      <b>{title}</b>
      <span class="next">{hint}</span>
      {trouble.kind === 'shut' && (
        <button type="button" class="button" onClick={askManager}>
          {say('ask_manager')}
        </button>
      )}
    </div>
  )
}

/** Title and next step of a trouble. */
export function wordsOf(trouble: SignInTrouble): { title: string; hint: string } {
  switch (trouble.kind) {
    case 'refused':
      return troubleWords(trouble.trouble)
    case 'wrong':
      return {
        title: say('wrong_title'),
        hint: trouble.left === null ? say('wrong_hint') : say('wrong_left', { n: trouble.left }),
      }
    case 'locked':
      return { title: say('locked_title'), hint: say('locked_hint', { time: ageText(trouble.left_ms + 999) }) }
    default:
      return { title: say(`${trouble.kind}_title`), hint: say(`${trouble.kind}_hint`) }
  }
}
