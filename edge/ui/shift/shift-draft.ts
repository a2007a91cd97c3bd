import type { OpenThing } from './open-things.ts'

/** What somebody has ticked and noted for the next shift, until it is handed over. */
export interface ShiftDraft {
  ticked: readonly string[]
  /** Keys of phrases. */
  phrases: readonly string[]
  text: string
}

export const EMPTY: ShiftDraft = { ticked: [], phrases: [], text: '' }
const NOTES_MAX = 2_000

export function toggled(list: readonly string[], key: string): string[] {
  return list.includes(key) ? list.filter(one => one !== key) : [...list, key]
}

/** How many of what is open nobody has ticked; what came meanwhile counts. */
export function unticked(things: readonly OpenThing[], { ticked }: ShiftDraft): number {
  return things.filter(({ key }) => !ticked.includes(key)).length
}

/** The notes as they are written down: the phrases in the words of the moment, then what was typed. */
export function notesOf({ phrases, text }: ShiftDraft, wordOf: (phrase: string) => string): string {
  return [...phrases.map(wordOf), text.trim()]
    .filter(part => part !== '')
    .join('\n')
    .slice(0, NOTES_MAX)
}
