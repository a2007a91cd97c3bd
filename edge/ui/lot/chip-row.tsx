import type { ComponentChildren } from 'preact'
import type { Chip } from './receive-draft.ts'
import { say } from './words.ts'

/** A chip as it is drawn: what it holds, or that it holds nothing yet. */
export interface ShownChip {
  chip: Chip
  text: string | null
  /** What it says while it is empty. */
  empty: string
  tone: 'ok' | 'warn' | 'pending' | null
}

interface ChipRowProps {
  children?: ComponentChildren
  chips: readonly ShownChip[]
  open: string
  choose: (chip: Chip) => void
}

/** The five things that a receipt needs, each with what it holds so far; they fill as one scans. */
export function ChipRow({ chips, open, choose, children }: ChipRowProps) {
  return (
    <div class="receive-chips">
      {chips.map(({ chip, text, empty, tone }) => (
        <button
          key={chip}
          type="button"
          class="button receive-chip"
          data-chip={chip}
          data-filled={text !== null}
          aria-pressed={open === chip}
          onClick={() => choose(chip)}
        >
          <span class="name">{say(chip)}</span>
          {tone === null ? (
            <b>{text ?? empty}</b>
          ) : (
            <b class="mark" data-tone={tone}>
              {text ?? empty}
            </b>
          )}
        </button>
      ))}
      {children}
    </div>
  )
}
