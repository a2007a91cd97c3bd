import type { Place } from './wedge.ts'

export type Field = HTMLInputElement | HTMLTextAreaElement

/** How a field looked before a key went into it. */
export interface FieldMemory {
  restore: () => void
}

const PRESSED = new Set(['button', 'submit', 'reset', 'checkbox', 'radio', 'image', 'file', 'color'])
const BUTTONS = 'button, a[href], summary, label, [role=button], [role=tab], [role=checkbox], [role=radio]'

/** The text field that an element is; null for anything else. */
export function fieldOf(target: Element | null): Field | null {
  if (target instanceof HTMLTextAreaElement) return target
  return target instanceof HTMLInputElement && !PRESSED.has(target.type) ? target : null
}

/** What a key would do at this element. */
export function placeOf(target: Element | null): Place {
  if (fieldOf(target) !== null) return 'field'
  if (target === null) return 'elsewhere'
  return target instanceof HTMLInputElement || target.closest(BUTTONS) !== null ? 'button' : 'elsewhere'
}

/** Remembers a field, or a choice, whose value the next key may change; null for an element that has none. */
export function remember(target: Element | null): FieldMemory | null {
  if (target instanceof HTMLSelectElement) {
    const { value } = target
    return {
      restore: () => {
        if (target.value === value) return
        target.value = value
        tell(target, 'input')
        tell(target, 'change')
      },
    }
  }
  const field = fieldOf(target)
  if (field === null) return null
  const { value } = field
  const selection = selectionOf(field)
  return {
    restore: () => {
      if (field.value === value) return
      field.value = value
      if (selection !== null) field.setSelectionRange(selection.from, selection.to)
      tell(field, 'input')
    },
  }
}

/** Types text where the caret stands, as a hand would have. */
export function typeInto(field: Field, text: string): void {
  const typed = [...text].filter(char => char >= ' ').join('')
  if (typed === '' || field.disabled || field.readOnly) return
  const room = field.maxLength >= 0 ? Math.max(0, field.maxLength - field.value.length) : typed.length
  const selection = selectionOf(field)
  if (selection === null) field.value += typed.slice(0, room)
  else field.setRangeText(typed.slice(0, room + selection.to - selection.from), selection.from, selection.to, 'end')
  tell(field, 'input')
}

/** Fields of numbers and dates have no selection to be read. */
function selectionOf(field: Field): { from: number; to: number } | null {
  const { selectionStart: from, selectionEnd: to } = field
  return from === null || to === null ? null : { from, to }
}

function tell(target: HTMLElement, name: 'input' | 'change'): void {
  target.dispatchEvent(new Event(name, { bubbles: true }))
}
