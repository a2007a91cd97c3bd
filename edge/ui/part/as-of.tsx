import { timeText } from '@flowviz/contract/screen/format'
import { useFloor } from '../frame/floor-context.ts'
import type { Book } from '../shelf/book.ts'

interface AsOfProps<T> {
  book: Pick<Book<T>, 'kept'>
  /** The sentence of the room for a time of day. */
  word: (time: string) => string
}

/** How old a list is, while the appliance is away. */
export function AsOf<T>({ book, word }: AsOfProps<T>) {
  const as_of = book.kept.value?.as_of
  if (useFloor().away.value === null || as_of === undefined) return null
  return (
    <span class="mark" data-tone="stale">
      {word(timeText(as_of))}
    </span>
  )
}
