import type { Trouble } from '@flowviz/contract/screen/trouble'
import { troubleSentence, troubleWords } from '../word/trouble-word.ts'

/** Why something was refused, with what exactly and what to do. */
export function TroubleNotice({ trouble }: { trouble: Pick<Trouble, 'code' | 'title' | 'detail' | 'hint'> }) {
  const { title, hint } = troubleWords(trouble)
  return (
    <div class="notice" data-tone="alarm" role="alert">
      <b>{title}</b>
      {troubleSentence(trouble) !== title && <span>{troubleSentence(trouble)}</span>}
      <span class="next">{hint}</span>
    </div>
  )
}
