import { GS, type KeyPress } from './key-text.ts'
import { type FieldMemory, fieldOf, placeOf, remember, typeInto } from './typed-field.ts'
import { createWedge, type WedgeOutcome } from './wedge.ts'
import type { WedgeSetting } from './wedge-setting.ts'

/** A key as it arrived, for the scanner lab. */
export type SeenKey = KeyPress & { swallowed: boolean }

export interface WedgeListenerParts {
  setting: () => WedgeSetting
  heard: (raw: string, source: 'wedge' | 'paste') => void
  /** Called for every key. */
  seen?: (key: SeenKey) => void
  monotonic: () => number
  after: (ms: number, call: () => void) => () => void
}

/** A page that was busy gets its keys late: they are read before the clock decides that there are none. */
const BUSY_MS = 30
/** What a person pastes into a field is theirs, unless only a scanner can have made it. */
const isCodeOnly = (text: string) => text.includes(GS) || /^\](?:C1|d2|Q3|J1|e0)/.test(text)
const PASTED_MIN = 4

/**
 * Listens to all keys of a page before anything else does. While a scanner types, no key reaches a field or a button.
 * Gives the way to stop.
 */
export function listenToWedge(page: Document, parts: WedgeListenerParts): () => void {
  const wedge = createWedge(parts.setting)
  /** Keys whose going down was held back; their coming up is nobody's either. */
  const down = new Set<string>()
  let memory: FieldMemory | null = null
  let cancel: () => void = () => undefined

  const settle = (outcome: WedgeOutcome, target: Element | null) => {
    if (outcome.take_back) memory?.restore()
    const field = fieldOf(target)
    if (outcome.give_back !== '' && field !== null) typeInto(field, outcome.give_back)
    if (outcome.press && target instanceof HTMLElement) target.click()
    if (outcome.scan !== null) parts.heard(outcome.scan, 'wedge')
  }
  const arm = () => {
    cancel()
    const due_ms = wedge.due_ms()
    if (due_ms === null) return
    const wait_ms = due_ms - parts.monotonic()
    cancel = parts.after(Math.max(wait_ms, 0), () => {
      const isBusy = parts.monotonic() - due_ms > BUSY_MS
      if (isBusy) cancel = parts.after(BUSY_MS, hush)
      else hush()
    })
  }
  const hush = () => {
    settle(wedge.silent(parts.monotonic()), page.activeElement)
    arm()
  }
  const stop = (event: Event) => {
    event.preventDefault()
    event.stopImmediatePropagation()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    // A key that is held down repeats as fast as a scanner types, and an input method tells no keys.
    if (event.repeat || event.isComposing || event.key === 'Unidentified') {
      if (wedge.holding()) stop(event)
      return
    }
    const { key, code, ctrlKey, altKey, timeStamp: at_ms } = event
    const press: KeyPress = { key, code, ctrlKey, altKey, at_ms }
    const target = deepTarget(event)
    const outcome = wedge.press(press, placeOf(target))
    if (outcome.begins) memory = remember(target)
    if (outcome.swallow) {
      down.add(code || key)
      stop(event)
    }
    parts.seen?.({ ...press, swallowed: outcome.swallow })
    settle(outcome, target)
    arm()
  }
  const onKeyUp = (event: KeyboardEvent) => {
    if (down.delete(event.code || event.key)) stop(event)
  }
  /** What an Alt code composes comes without a key of its own. */
  const onText = (event: Event) => {
    if (wedge.holding()) stop(event)
  }
  const onPaste = (event: ClipboardEvent) => {
    const text = (event.clipboardData?.getData('text') ?? '').trim()
    const isPersons = fieldOf(deepTarget(event)) !== null && !isCodeOnly(text)
    if (isPersons || text.length < PASTED_MIN) return
    stop(event)
    for (const line of text.split(/[\r\n\t]+/)) parts.heard(line, 'paste')
  }
  const listeners: [string, (event: never) => void][] = [
    ['keydown', onKeyDown],
    ['keyup', onKeyUp],
    ['keypress', onText],
    ['beforeinput', onText],
    ['paste', onPaste],
  ]
  for (const [name, listener] of listeners) page.addEventListener(name, listener as EventListener, { capture: true })
  return () => {
    cancel()
    for (const [name, listener] of listeners)
      page.removeEventListener(name, listener as EventListener, { capture: true })
  }
}

const deepTarget = (event: Event): Element | null => {
  const [first] = event.composedPath()
  return first instanceof Element ? first : null
}
