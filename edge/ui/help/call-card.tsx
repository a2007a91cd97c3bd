import { timeText } from '@flowviz/contract/screen/format'
import { type ShownCall, waitText } from './call-view.ts'
import { say } from './words.ts'

interface CallCardProps {
  call: ShownCall
  now: number
  /** Names of people and places by their ids. */
  nameOf: (person_id: string) => string | null
  placeOf: (location_id: string) => string
  /** Null for whoever called, and for whom the appliance takes no answer from. */
  answer: (() => void) | null
  close: (() => void) | null
}

/** One call: what for, where, how long nobody has come, and who comes. */
export function CallCard({ call, now, nameOf, placeOf, answer, close }: CallCardProps) {
  const { state, reason, location_id, station, called_by, called_ms, answered_by, waited_s } = call
  const where = location_id === null ? station : placeOf(location_id)
  const isOut = state === 'undelivered' || state === 'refused'
  return (
    <article class="help-call panel" data-state={state}>
      <header>
        <b>{say(reason)}</b>
        {call.stops_line && (
          <span class="mark" data-tone="alarm">
            {say('stops')}
          </span>
        )}
      </header>
      <p class="wait" aria-live="off">
        {state === 'ANSWERED'
          ? say('answered', { name: (answered_by && nameOf(answered_by)) ?? say('somebody') })
          : say('waits', { time: waitText((now - called_ms) / 1_000) })}
        {state === 'ANSWERED' && waited_s !== null && <small> {say('after', { time: waitText(waited_s) })}</small>}
      </p>
      <p class="quiet">
        {[where, say('by', { name: nameOf(called_by) ?? say('somebody'), time: timeText(called_ms) })]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {isOut && (
        <p class="notice" data-tone="alarm" role="alert">
          <b>{say(state)}</b>
          <span class="next">{say(state === 'refused' ? 'refused_text' : 'undelivered_text')}</span>
        </p>
      )}
      {!isOut && (
        <div class="acts">
          {state === 'CALLED' && answer !== null && (
            <button type="button" class="button default" onClick={answer}>
              {say('come')}
            </button>
          )}
          {close !== null && (
            <button type="button" class="button" onClick={close}>
              {say('close')}
            </button>
          )}
        </div>
      )}
    </article>
  )
}
