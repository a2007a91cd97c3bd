import { charOf, GS } from '../scan/key-text.ts'
import type { SeenKey } from '../scan/wedge-listener.ts'
import type { WedgeSetting } from '../scan/wedge-setting.ts'
import { LAYOUT, REFERENCE } from './reference-code.ts'

/** What a scanner must do, and may do. */
export type LabRule = 'heard' | 'pace' | 'separator' | 'capitals' | 'layout' | 'prefix' | 'suffix'

/** `ok` null: not seen yet. `advised`: it works, and would be safer otherwise. */
export interface LabVerdict {
  rule: LabRule
  ok: boolean | 'advised' | null
  /** What was seen, for a technician: a character, a pause, a key. */
  seen: string
}

/** A scan in the lab: the keys that it was, and what was heard of it; null when it was not told from a hand. */
export interface LabScan {
  keys: readonly SeenKey[]
  raw: string | null
}

/** What stands where the separator should be; `''` when nothing does, null when this is not the reference. */
export function separatorOf(raw: string): string | null {
  const [before = '', after = ''] = REFERENCE.split(GS)
  const identified = raw.replace(/^\](?:C1|d2|c1|D2)/, '')
  const text = identified.startsWith(GS) ? identified.slice(1) : identified
  if (!text.startsWith(before) || !text.endsWith(after) || text.length < before.length + after.length) return null
  return text.slice(before.length, text.length - after.length)
}

/** Where the text differs from what the label says, as `"` for `@`; null when it is another label altogether. */
export function layoutDifferences(raw: string): string[] | null {
  const text = raw.replace(/^\]C0/i, '')
  const LETTERS = 5
  if (text.length !== LAYOUT.length || text === LAYOUT) return text === LAYOUT ? [] : null
  if (!/^[a-z]/i.test(text) || /^\d+$/.test(text)) return null
  return [...LAYOUT].flatMap((wanted, at) =>
    text[at] === wanted || (at < LETTERS && text[at] === wanted.toUpperCase()) ? [] : [`${text[at]} ← ${wanted}`],
  )
}

const swapped = (text: string) =>
  [...text].map(char => (char === char.toUpperCase() ? char.toLowerCase() : char.toUpperCase())).join('')

/** Judges the scans of the two reference labels, and the keys that they were. Pure. */
export function judge({ keys, raw }: LabScan, setting: WedgeSetting): LabVerdict[] {
  const typing = keys.filter(key => charOf(key) !== null)
  const gaps = typing.slice(1).map((key, at) => key.at_ms - typing[at]!.at_ms)
  const slowest_ms = Math.round(Math.max(0, ...gaps))
  const names = (list: readonly string[], key: SeenKey | undefined) =>
    key !== undefined && (list.includes(key.key) || list.includes(charOf(key) ?? ''))
  const text = raw ?? typing.map(key => charOf(key)).join('')
  const known = separatorOf(text) ?? separatorOf(swapped(text))
  const differences = layoutDifferences(text)
  return [
    { rule: 'heard', ok: raw !== null, seen: `${typing.length}` },
    { rule: 'pace', ok: gaps.length === 0 ? null : slowest_ms <= setting.gap_ms, seen: `${slowest_ms} ms` },
    { rule: 'separator', ok: known === null ? null : known === GS, seen: known ?? '' },
    { rule: 'capitals', ok: capitals(text), seen: text.slice(0, 40) },
    {
      rule: 'layout',
      ok: differences === null ? null : differences.length === 0,
      seen: (differences ?? []).join('  '),
    },
    { rule: 'prefix', ok: names(setting.prefixes, keys[0]) ? true : 'advised', seen: keys[0]?.key ?? '' },
    { rule: 'suffix', ok: names(setting.suffixes, keys.at(-1)) ? true : 'advised', seen: keys.at(-1)?.key ?? '' },
  ]
}

/** Caps Lock turns every letter; null when neither label was scanned. */
function capitals(text: string): boolean | null {
  if (separatorOf(text) !== null || layoutDifferences(text)?.length === 0) return true
  return separatorOf(swapped(text)) !== null || swapped(LAYOUT.slice(0, 5)) === text.slice(0, 5) ? false : null
}

/** What the lab has learned so far: a rule that only one of the labels tells of keeps its answer. */
export function merged(before: readonly LabVerdict[], now: readonly LabVerdict[]): LabVerdict[] {
  return now.map(verdict =>
    verdict.ok === null ? (before.find(({ rule }) => rule === verdict.rule) ?? verdict) : verdict,
  )
}
