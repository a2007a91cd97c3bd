import type { Trouble } from '@flowviz/contract/screen/trouble'
import { troubleWords } from '../word/trouble-word.ts'

/** Why something was refused, with what exactly and what to do. */
export function TroubleNotice({ trouble }: { trouble: Pick<Trouble, 'code' | 'title' | 'detail' | 'hint'> }) {
  const { title, hint } = troubleWords(trouble)
  return (
    <div class="notice" data-tone="alarm" role="alert">
      <b>{title}</b>
      {trouble.detail !== trouble.title && <span>{trouble.detail}</span>}
      <span class="next">{hint}</span>
    </div>
  )
}
