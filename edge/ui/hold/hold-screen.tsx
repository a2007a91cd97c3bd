import type { Hold } from '@flowviz/contract/hold'
import { whenText } from '@flowviz/contract/screen/format'
import { getHold } from '@flowviz/edge-client/generated/api'
import { useState } from 'preact/hooks'
import { useRoute } from 'preact-iso'
import { useFloor } from '../frame/floor-context.ts'
import { type Primary, Screen } from '../frame/screen.tsx'
import { useAnswer } from '../shelf/use-answer.ts'
import { useBook } from '../shelf/use-book.ts'
import { troubleWords } from '../word/trouble-word.ts'
import { DecideScreen } from './decide-screen.tsx'
import { ExecutePanels } from './execute-panels.tsx'
import { HoldCard } from './hold-card.tsx'
import { namesOf } from './name-of.ts'
import { say } from './words.ts'

const REVIEWERS = new Set(['MANAGER', 'AUDITOR'])
const EXECUTORS = new Set(['MANAGER', 'OPERATOR'])

/** F13: one hold, what was done about it, and what this person may do next. */
export function HoldScreen() {
  const floor = useFloor()
  const { hold_id = '' } = useRoute().params
  const kept = useBook(floor.shelf.holds, floor.shelf.stirred)?.find(one => one.hold_id === hold_id)
  // A list has the first lots of a hold, the appliance all of them; asked again whenever the list says something new.
  const told = useAnswer(`${hold_id} ${kept === undefined ? '' : `${kept.state} ${kept.open_count}`}`, () =>
    getHold(hold_id),
  )
  const hold = told.value ?? kept
  if (hold === undefined) {
    const trouble = told.trouble === null ? null : troubleWords(told.trouble).title
    return (
      <Screen title={say('holds')} back="/holds">
        <p class="notice">{told.asking ? say('loading') : (trouble ?? say('missing'))}</p>
      </Screen>
    )
  }
  return <OneHold key={hold.hold_id} hold={hold} />
}

type Doing = 'looking' | 'deciding' | 'executing'

function OneHold({ hold }: { hold: Hold }) {
  const floor = useFloor()
  const [doing, setDoing] = useState<Doing>('looking')
  const now = floor.clock.now.value
  const leave = () => setDoing('looking')
  if (doing === 'deciding') return <DecideScreen hold={hold} leave={leave} />
  const role = floor.session.person.value?.role ?? ''
  const review = () => {
    void floor.outbox.put({ command: 'review-hold', params: { hold_id: hold.hold_id }, about: hold.reason }).then(
      () => floor.scan.bus.say({ tone: 'ok', title: say('review_done') }),
      () => floor.scan.bus.say({ tone: 'forbidden', title: floor.outbox.trouble.peek()?.title ?? '' }),
    )
  }
  const reviewing = (floor.outbox.entries.value ?? []).some(
    ({ command, params, state }) =>
      command === 'review-hold' && params.hold_id === hold.hold_id && state !== 'rejected' && state !== 'given-up',
  )
  return (
    <Screen
      title={say('title', { when: whenText(hold.placed_at, now) })}
      back="/holds"
      class="sheet"
      more={
        hold.state === 'OPEN' && REVIEWERS.has(role) && !reviewing ? (
          <button type="button" class="button" onClick={review}>
            {say('review')}
          </button>
        ) : null
      }
      primary={nextOf({ hold, role, isAway: floor.away.value !== null, go: setDoing })}
    >
      <HoldCard hold={hold} now={now} nameOf={namesOf(floor)} />
      {doing === 'executing' && <ExecutePanels hold={hold} leave={leave} />}
    </Screen>
  )
}

interface Next {
  hold: Hold
  role: string
  isAway: boolean
  go: (doing: Doing) => void
}

/** The main action: what was decided is carried out first, then the rest is decided. */
function nextOf({ hold, role, isAway, go }: Next): Primary | null {
  const { state, disposition } = hold
  if (state === 'DISPOSITIONED' && (disposition === 'destroy' || disposition === 'return')) {
    if (!EXECUTORS.has(role)) return null
    const word = say(disposition === 'destroy' ? 'execute_destroy' : 'execute_return')
    return { word, missing: isAway ? say('execute_offline') : null, run: () => go('executing') }
  }
  if (state === 'CLOSED' || hold.open_count === 0) return null
  const missing = role === 'MANAGER' ? (isAway ? say('decide_offline') : null) : say('only_manager')
  return { word: say('decide'), missing, run: () => go('deciding') }
}
