import type { Alarm } from '@flowviz/contract/alarm'
import { ageText } from '@flowviz/contract/screen/format'
import { ReasonGrid } from '../part/reason-grid.tsx'
import { saidText } from '../word/said.ts'
import { type AlarmLead, kindOf } from './alarm-look.ts'
import { notes, say } from './words.ts'

export interface AlarmRowProps {
  alarm: Alarm
  now: number
  lead: AlarmLead | null
  /** Noted on this tablet; the appliance has not confirmed it. */
  isNoted: boolean
  /** Its notes stand open. */
  isOpen: boolean
  /** Null: this person may not. */
  note: ((text: string | null) => void) | null
  open: () => void
}

/** One alarm: what it is, what it means, where it leads, and that somebody knows of it. */
export function AlarmRow({ alarm, now, lead, isNoted, isOpen, note, open }: AlarmRowProps) {
  const kind = kindOf(alarm)
  return (
    <li class="alarm panel" data-pending={isNoted}>
      <div class="said">
        <b class="mark" data-tone={isNoted ? 'pending' : 'alarm'}>
          {say(kind)}
        </b>
        <b>{saidText(alarm.text, alarm.said)}</b>
        <span class="quiet">
          {`${say('since', { age: ageText(now - Date.parse(alarm.raised_at)) })} · ${say(`what_${kind}`)}`}
        </span>
      </div>
      <div class="acts">
        {lead !== null && (
          <a class="button" href={lead.href}>
            {say(lead.word)}
          </a>
        )}
        {alarm.alarm_id === null ? (
          <span class="quiet">{say('ends_itself')}</span>
        ) : isNoted ? (
          <span class="mark" data-tone="pending">
            {say('waiting')}
          </span>
        ) : (
          note !== null && (
            <>
              <button type="button" class="button" aria-expanded={isOpen} onClick={open}>
                {say('with_note')}
              </button>
              <button type="button" class="button" onClick={() => note(null)}>
                {say('noted')}
              </button>
            </>
          )
        )}
      </div>
      {isOpen && note !== null && !isNoted && (
        <ReasonGrid title={say('note')} reasons={notes()} chosen={null} choose={note} />
      )}
    </li>
  )
}
