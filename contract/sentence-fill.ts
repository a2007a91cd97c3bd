/** A sentence, or one that counts: its forms are chosen by `{count}`. */
export type Sentence = string | { one: string; other: string }

/** What fills the slots of a sentence; null is what is not known. */
export type Params = Readonly<Record<string, string | number | null>>

/** How a language says what is no sentence of its own. */
export interface Tongue {
  /** Words that stand for a param, by its name and its value: `reason`, `machine`. */
  words: Readonly<Record<string, Readonly<Record<string, string>>>>
  form: (count: number) => 'one' | 'other'
  /** `unit` is a UCUM code; null has none. */
  measure: (value: string, unit: string | null) => string
  moment: (iso: string) => string
  span: (seconds: number) => string
  /** The last look at a sentence before its slots are filled. */
  draw: (template: string) => string
}

const PART = /\[([^\]]*)\]/g
const SLOT = /\{(\w+)(?: (\w+))?\}/g

/**
 * A sentence with its slots filled, or null when a param is missing. `{value unit}` is a quantity in the unit that the
 * param `unit` names; by the unit at the end of its name `{until_at}` is a moment, `{missing_s}` a stretch of time and
 * `{value_c}` a temperature. What stands in square brackets is left out when one of its own slots has nothing to say.
 */
export function filled(sentence: Sentence, params: Params, tongue: Tongue): string | null {
  const form = typeof sentence === 'string' ? sentence : sentence[tongue.form(Number(params.count))]
  const known = (part: string) => [...part.matchAll(SLOT)].every(([, name]) => params[name!] != null)
  const template = form.replaceAll(PART, (_, part: string) => (known(part) ? part : ''))
  if (!known(template)) return null
  return tongue
    .draw(template)
    .replaceAll(SLOT, (_, name: string, unit?: string) => slotText({ name, unit }, params, tongue))
}

function slotText({ name, unit }: { name: string; unit: string | undefined }, params: Params, tongue: Tongue): string {
  const value = String(params[name])
  const word = tongue.words[name]?.[value]
  if (word !== undefined) return word
  if (unit !== undefined) return tongue.measure(value, params[unit] == null ? null : String(params[unit]))
  if (name.endsWith('_at')) return tongue.moment(value)
  if (name.endsWith('_s')) return tongue.span(Number(value))
  return name.endsWith('_c') ? tongue.measure(value, 'Cel') : value
}
