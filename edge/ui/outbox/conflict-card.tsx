import { whenText } from '@flowviz/contract/screen/format'
import { useState } from 'preact/hooks'
import { saidText } from '../word/said.ts'
import { troubleSentence, troubleWords } from '../word/trouble-word.ts'
import type { Conflict } from './conflict-state.ts'
import { sentenceOf } from './sentence.ts'
import { say } from './words.ts'

/** Why a person gives an entry up: to be touched, not typed. */
const REASONS = ['reason_otherwise', 'reason_mistake', 'reason_needless'] as const

export interface ConflictCardProps {
  conflict: Conflict
  now: number
  /** How many entries are parked behind it. */
  behind: number
  /** Names of people by their id; null for one that this tablet does not know. */
  nameOf: (person_id: string) => string | null
  /** What the appliance has stays, for this reason. */
  keep: (reason: string) => void
  retry: () => void
  /** Leads to where it is decided anew; null when there is no such place. */
  decide: (() => void) | null
}

/** What was done here against what the appliance has: nothing is merged in silence, a person decides. */
export function ConflictCard({ conflict, now, behind, nameOf, keep, retry, decide }: ConflictCardProps) {
  const { kind, entry, hold } = conflict
  const [giving, setGiving] = useState(false)
  return (
    <article class="conflict notice" data-tone={kind === 'refused' ? 'alarm' : 'warn'} aria-label={sentenceOf(entry)}>
      <h3>{say(kind === 'refused' ? 'refused_title' : 'overtaken_title')}</h3>
      <dl>
        <div>
          <dt>{say('you')}</dt>
          <dd>
            <b>{sentenceOf(entry)}</b> {whenText(entry.occurred_at, now)}
          </dd>
        </div>
        <div>
          <dt>{say(hold === null ? 'server' : 'already')}</dt>
          <dd>
            <Already conflict={conflict} now={now} nameOf={nameOf} />
          </dd>
        </div>
      </dl>
      {entry.problem !== null && <p class="next">{troubleWords(entry.problem).hint}</p>}
      {behind > 0 && <p class="next">{say('behind', { n: behind })}</p>}
      {giving ? (
        <fieldset class="answers">
          <legend>{say('give_up_why')}</legend>
          {REASONS.map(reason => (
            <button key={reason} type="button" class="button" onClick={() => keep(say(reason))}>
              {say(reason)}
            </button>
          ))}
          <button type="button" class="button" data-kind="quiet" onClick={() => setGiving(false)}>
            {say('give_up_not')}
          </button>
        </fieldset>
      ) : (
        <div class="answers">
          {hold !== null && (
            <button type="button" class="button default" onClick={() => keep(say('keep_server'))}>
              {say('keep_server')}
            </button>
          )}
          {kind === 'refused' && (
            <button type="button" class="button" onClick={retry}>
              {say('retry')}
            </button>
          )}
          {decide !== null && (
            <button type="button" class="button" onClick={decide}>
              {say('decide_anew')}
            </button>
          )}
          {hold === null && (
            <button type="button" class="button" onClick={() => setGiving(true)}>
              {say('give_up')}
            </button>
          )}
        </div>
      )}
    </article>
  )
}

function Already({ conflict: { entry, hold }, now, nameOf }: Pick<ConflictCardProps, 'conflict' | 'now' | 'nameOf'>) {
  if (hold === null)
    return (
      <>
        <b>{say('refused')}</b> {entry.problem === null ? '' : troubleSentence(entry.problem)}
      </>
    )
  const who = nameOf(hold.placed_by)
  const what = who === null ? say('hold') : say('by', { what: say('hold'), name: who })
  return (
    <>
      <b>{what}</b> {whenText(hold.placed_at, now)} ({saidText(hold.reason, hold.said)})
    </>
  )
}
