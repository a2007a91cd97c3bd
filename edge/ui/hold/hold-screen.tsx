import type { Hold } from '@flowviz/contract/hold'
import { whenText } from '@flowviz/contract/screen/format'
import { getDeviation } from '@flowviz/edge-client/generated/api'
import { useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { useFloor } from '../frame/floor-context.ts'
import type { Primary } from '../frame/primary.ts'
import { Screen } from '../frame/screen.tsx'
import { useAnswer } from '../shelf/use-answer.ts'
import { saidText } from '../word/said.ts'
import { ExecutePanels } from './execute-panels.tsx'
import { FoundHold } from './found-hold.tsx'
import { HoldCard } from './hold-card.tsx'
import { namesOf } from './name-of.ts'
import { say } from './words.ts'

const REVIEWERS = new Set(['MANAGER', 'AUDITOR'])
const EXECUTORS = new Set(['MANAGER', 'OPERATOR'])

/** F13: one hold, what was done about it, and what this person may do next. */
export const HoldScreen = () => <FoundHold>{hold => <OneHold key={hold.hold_id} hold={hold} />}</FoundHold>

function OneHold({ hold }: { hold: Hold }) {
  const floor = useFloor()
  const { route } = useLocation()
  const [isExecuting, setExecuting] = useState(false)
  const now = floor.clock.now.value
  const role = floor.session.person.value?.role ?? ''
  const { deviation_id } = hold
  const told = useAnswer(deviation_id ?? '', () => getDeviation(deviation_id ?? ''))
  const found = told.value?.evaluation?.result ?? null
  const review = () => {
    void floor.outbox
      .put({ command: 'review-hold', params: { hold_id: hold.hold_id }, about: saidText(hold.reason, hold.said) })
      .then(
        () => floor.scan.bus.say({ tone: 'ok', title: say('review_done') }),
        () => floor.scan.bus.say({ tone: 'forbidden', title: floor.outbox.trouble.peek()?.title ?? say('not_kept') }),
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
      primary={nextOf({
        hold,
        role,
        isAway: floor.away.value !== null,
        decide: () => route(`/holds/${hold.hold_id}/decision`),
        execute: () => setExecuting(true),
      })}
    >
      <HoldCard hold={hold} now={now} nameOf={namesOf(floor)} found={found} mayEvaluate={role === 'MANAGER'} />
      {isExecuting && <ExecutePanels hold={hold} leave={() => setExecuting(false)} />}
    </Screen>
  )
}

interface Next {
  hold: Hold
  role: string
  isAway: boolean
  decide: () => void
  execute: () => void
}

/** The main action: what was decided is carried out first, then the rest is decided. */
function nextOf({ hold, role, isAway, decide, execute }: Next): Primary | null {
  const { state, disposition } = hold
  if (state === 'DISPOSITIONED' && (disposition === 'destroy' || disposition === 'return')) {
    if (!EXECUTORS.has(role)) return null
    const word = say(disposition === 'destroy' ? 'execute_destroy' : 'execute_return')
    return { word, missing: isAway ? say('execute_offline') : null, run: execute }
  }
  if (state === 'CLOSED' || hold.open_count === 0) return null
  const missing = role === 'MANAGER' ? (isAway ? say('decide_offline') : null) : say('only_manager')
  return { word: say('decide'), missing, run: decide }
}
