import { timeText } from '@flowviz/contract/screen/format'
import type { Tone } from '@flowviz/contract/screen/mark'
import type { OpenThing, ThingKind } from './open-things.ts'
import { say } from './words.ts'

interface OpenListProps {
  things: readonly OpenThing[]
  ticked: readonly string[]
  tick: (keys: readonly string[]) => void
}

const TONES: Record<ThingKind, Tone> = { run: 'pending', room: 'alarm', alarm: 'alarm', hold: 'hold' }
/** More rows than these nobody reads out; the rest is one row. */
const ROWS_MAX = 20

/** What is open, as boxes to be ticked while two people go through it. */
export function OpenList({ things, ticked, tick }: OpenListProps) {
  const rows = things.slice(0, ROWS_MAX)
  const rest = things.slice(ROWS_MAX).map(({ key }) => key)
  if (things.length === 0) return <p class="quiet">{say('nothing_open')}</p>
  return (
    <ul class="rows">
      {rows.map(thing => (
        <li key={thing.key}>
          <label class="row tick">
            <input type="checkbox" checked={ticked.includes(thing.key)} onChange={() => tick([thing.key])} />
            <span class="what">
              <b>{thing.title}</b>
              <span>{[thing.text, stateWord(thing), sinceWord(thing)].filter(text => text !== '').join(' · ')}</span>
            </span>
            <span class="mark" data-tone={TONES[thing.kind]}>
              {say(thing.kind)}
            </span>
          </label>
        </li>
      ))}
      {rest.length > 0 && (
        <li>
          <label class="row tick">
            <input type="checkbox" checked={rest.every(key => ticked.includes(key))} onChange={() => tick(rest)} />
            <span class="what">{say('more', { n: rest.length })}</span>
          </label>
        </li>
      )}
    </ul>
  )
}

const STATES = [
  'PRE_OP',
  'RUNNING',
  'PAUSED',
  'COMPLETED',
  'OPEN',
  'UNDER_REVIEW',
  'DISPOSITIONED',
  'RAISED',
  'outside',
  'confirmed',
  'silent',
] as const
function stateWord({ state }: OpenThing): string {
  const known = STATES.find(one => one === state)
  return known === undefined ? '' : say(known)
}
const sinceWord = ({ since_ms }: OpenThing) => (since_ms === null ? '' : say('since', { time: timeText(since_ms) }))
