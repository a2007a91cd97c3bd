import type { KeyPress } from '../key-text.ts'
import { createWedge, type Place, type WedgeOutcome } from '../wedge.ts'
import { WEDGE_SETTING, type WedgeSetting } from '../wedge-setting.ts'

/** A key, and how long after the one before it went down. */
export type Stroke = Partial<KeyPress> & { key: string; gap_ms: number }

/** The keys of a text at a pace. */
export const typed = (text: string, gap_ms: number | ((at: number) => number)): Stroke[] =>
  [...text].map((key, at) => ({ key, gap_ms: typeof gap_ms === 'number' ? gap_ms : gap_ms(at) }))

/** A desk with one field or one button, in front of a page: what a page would have made of the keys. */
export function openDesk(place: Place, changes: Partial<WedgeSetting> = {}) {
  const wedge = createWedge(() => ({ ...WEDGE_SETTING, ...changes }))
  const desk = { value: '', presses: 0, submits: 0, scans: [] as string[] }
  let at_ms = 1_000
  let remembered = ''

  const settle = (outcome: WedgeOutcome) => {
    if (outcome.take_back) desk.value = remembered
    if (outcome.give_back !== '' && place === 'field') desk.value += outcome.give_back
    if (outcome.press) desk.presses++
    if (outcome.scan !== null) desk.scans.push(outcome.scan)
  }
  /** Lets the timer ring, if it is due by now. */
  const wait = (until_ms: number) => {
    for (let due = wedge.due_ms(); due !== null && due <= until_ms; due = wedge.due_ms()) settle(wedge.silent(due))
  }
  const act = (key: string) => {
    if (key === 'Enter') desk[place === 'field' ? 'submits' : 'presses']++
    else if (key === ' ' && place === 'button') desk.presses++
    else if (key === 'Backspace') desk.value = desk.value.slice(0, -1)
    else if (key.length === 1 && place === 'field') desk.value += key
  }
  return {
    /** The state of the moment. */
    now: () => ({ ...desk }),
    keys: (strokes: readonly Stroke[]) => {
      for (const { gap_ms, key, code = '', ctrlKey = false, altKey = false } of strokes) {
        // A timer that is due with the key itself rings first.
        wait(at_ms + gap_ms - 0.001)
        at_ms += gap_ms
        const before = desk.value
        const outcome = wedge.press({ key, code, ctrlKey, altKey, at_ms }, place)
        if (outcome.begins) remembered = before
        settle(outcome)
        if (!outcome.swallow && !ctrlKey) act(key)
      }
    },
    rest: (ms: number) => {
      wait(at_ms + ms)
      at_ms += ms
    },
  }
}
