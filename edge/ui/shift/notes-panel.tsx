import { type ShiftDraft, toggled } from './shift-draft.ts'
import { say } from './words.ts'

export const PHRASES = [
  'phrase_nothing',
  'phrase_machine',
  'phrase_material',
  'phrase_cleaning',
  'phrase_people',
  'phrase_delivery',
  'phrase_quality',
  'phrase_visitor',
] as const
export type Phrase = (typeof PHRASES)[number]

/** A phrase as it is said now; one that a newer screen does not know any more is left out. */
export function phraseWord(phrase: string): string {
  const known = PHRASES.find(one => one === phrase)
  return known === undefined ? '' : say(known)
}

const TEXT_MAX = 1_500

interface NotesPanelProps {
  draft: ShiftDraft
  edit: (change: Partial<ShiftDraft>) => void
}

/** What the next shift has to know: phrases by touch first, own words only where they are needed. */
export function NotesPanel({ draft, edit }: NotesPanelProps) {
  return (
    <fieldset class="reasons">
      <legend>{say('notes')}</legend>
      <div class="grid">
        {PHRASES.map(phrase => (
          <button
            key={phrase}
            type="button"
            class="button"
            aria-pressed={draft.phrases.includes(phrase)}
            onClick={() => edit({ phrases: toggled(draft.phrases, phrase) })}
          >
            {say(phrase)}
          </button>
        ))}
      </div>
      <label class="own-words">
        <span>{say('text')}</span>
        <textarea
          rows={2}
          maxLength={TEXT_MAX}
          value={draft.text}
          onInput={event => edit({ text: event.currentTarget.value })}
        />
      </label>
    </fieldset>
  )
}
