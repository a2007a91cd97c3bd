import { whenText } from '@flowviz/contract/screen/format'
import type { Tone } from '@flowviz/contract/screen/mark'
import { troubleWords } from '../word/trouble-word.ts'
import type { ShownEntry } from './entry.ts'
import { sentenceOf } from './sentence.ts'
import { say } from './words.ts'

const TONES: Record<ShownEntry['state'], Tone> = {
  queued: 'pending',
  sending: 'pending',
  parked: 'warn',
  acked: 'ok',
  rejected: 'alarm',
  'given-up': 'stale',
}

interface EntryRowProps {
  entry: ShownEntry
  now: number
  /** Name of the person who gave it; null when this tablet does not know it. */
  name: string | null
}

/** One entry in plain words: what, who, when, and where it stands. */
export function EntryRow({ entry, now, name }: EntryRowProps) {
  const waits = entry.blocked_by === 'sign-in'
  const word = waits ? say('waits_for', { name: name ?? say('somebody') }) : say(`is_${entry.state}`)
  const more = entry.given_up ?? (entry.state === 'acked' ? null : entry.problem && troubleWords(entry.problem).title)
  return (
    <li class="row" data-state={entry.state}>
      <span class="what">
        <b>{sentenceOf(entry)}</b>
        {more !== null && <span>{more}</span>}
      </span>
      <span class="when">
        <span>{whenText(entry.occurred_at, now)}</span>
        {name !== null && <span>{name}</span>}
      </span>
      <span class="mark" data-tone={TONES[entry.state]}>
        {word}
      </span>
    </li>
  )
}
