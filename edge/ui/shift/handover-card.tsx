import { timeText } from '@flowviz/contract/screen/format'
import type { ShownHandover } from './handover-view.ts'
import { say } from './words.ts'

interface HandoverCardProps {
  handover: ShownHandover
  nameOf: (person_id: string) => string
  /** Null when the person at the screen may not take it over. */
  accept: (() => void) | null
  /** Leaves the screen to who takes over; null where that is not the question. */
  switchPerson: (() => void) | null
}

/** A shift that was handed over: what the next one has to know, and the key that takes it over. */
export function HandoverCard({ handover, nameOf, accept, switchPerson }: HandoverCardProps) {
  const { runs, holds, alarms, notes, accepted_by, accepted_at, to_person_id } = handover
  const isOpen = accepted_by === null
  return (
    <article class="handover panel" data-open={isOpen}>
      <header>
        <b>{say('from', { name: nameOf(handover.from_person_id), time: timeText(handover.at_ms) })}</b>
        {to_person_id !== null && <span>{say('to', { name: nameOf(to_person_id) })}</span>}
        {isOpen && (
          <span class="mark" data-tone="pending">
            {say('waiting')}
          </span>
        )}
      </header>
      <p class="said">{notes}</p>
      <p class="quiet">{say('counts', { runs, holds, alarms })}</p>
      {accepted_by !== null && accepted_at !== null && (
        <p class="quiet">{say('accepted_by', { name: nameOf(accepted_by), time: timeText(accepted_at) })}</p>
      )}
      {isOpen && handover.handover_id === null && <p class="quiet">{say('waiting_sent')}</p>}
      {isOpen && handover.handover_id !== null && accept === null && <p class="quiet">{say('own')}</p>}
      {isOpen && (
        <div class="acts">
          {accept !== null && (
            <button type="button" class="button default" onClick={accept}>
              {say('accept')}
            </button>
          )}
          {accept === null && switchPerson !== null && (
            <button type="button" class="button" onClick={switchPerson}>
              {say('switch_person')}
            </button>
          )}
        </div>
      )}
    </article>
  )
}
