import type { Mark } from '@flowviz/contract/screen/mark'

/** A state: colour, shape and word. */
export function Marked({ mark }: { mark: Mark }) {
  return (
    <span class="mark" data-tone={mark.tone}>
      {mark.word}
    </span>
  )
}
