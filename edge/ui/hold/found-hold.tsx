import type { Hold } from '@flowviz/contract/hold'
import { getHold } from '@flowviz/edge-client/generated/api'
import type { ComponentChildren } from 'preact'
import { useRoute } from 'preact-iso'
import { useFloor } from '../frame/floor-context.ts'
import { Screen } from '../frame/screen.tsx'
import { useAnswer } from '../shelf/use-answer.ts'
import { useBook } from '../shelf/use-book.ts'
import { troubleWords } from '../word/trouble-word.ts'
import { say } from './words.ts'

/** The hold of the address with all of its lots; without the appliance, as this tablet keeps it. */
export function FoundHold({ children }: { children: (hold: Hold) => ComponentChildren }) {
  const floor = useFloor()
  const { hold_id = '' } = useRoute().params
  const kept = useBook(floor.shelf.holds, floor.shelf.stirred)?.find(one => one.hold_id === hold_id)
  // A list has the first lots of a hold, the appliance all of them; asked again whenever the list says something new.
  const told = useAnswer(`${hold_id} ${kept === undefined ? '' : `${kept.state} ${kept.open_count}`}`, () =>
    getHold(hold_id),
  )
  const hold = told.value ?? kept
  if (hold !== undefined) return <>{children(hold)}</>
  const trouble = told.trouble === null ? say('missing') : troubleWords(told.trouble).title
  return (
    <Screen title={say('holds')} back="/holds">
      <p class="notice">{told.asking ? say('loading') : trouble}</p>
    </Screen>
  )
}
