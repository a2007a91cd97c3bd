import type { ShownEntry } from '../outbox/entry.ts'
import { troubleWords } from '../word/trouble-word.ts'
import type { Taken } from './taken.ts'
import { say } from './words.ts'

interface RunTroublesProps {
  refused: readonly Pick<ShownEntry, 'key' | 'problem'>[]
  flagged: readonly Taken[]
  /** Codes of the lots that came of the run. */
  made: readonly string[]
}

/** What a person has to look at: lots in the run that are held now, and what the appliance refused. */
export function RunTroubles({ refused, flagged, made }: RunTroublesProps) {
  return (
    <>
      {flagged.map(({ lot_id, lot_code }) => (
        <p key={lot_id} class="notice" data-tone="alarm" role="alert">
          <b class="mark" data-tone="alarm">
            {say('flagged', { code: lot_code })}
          </b>
          {made.length > 0 && (
            <a class="button" href={`/hold?lot=${encodeURIComponent(made.join(','))}`}>
              {say('hold_outputs')}
            </a>
          )}
        </p>
      ))}
      {refused.map(({ key, problem }) => (
        <p key={key} class="notice" data-tone="warn" role="alert">
          <b>{say('refused', { title: problem === null ? '' : troubleWords(problem).title })}</b>
          <a class="button" href="/sync">
            {say('see_sync')}
          </a>
        </p>
      ))}
    </>
  )
}
