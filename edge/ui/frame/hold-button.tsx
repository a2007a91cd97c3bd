import type { ComponentChildren } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { say } from './words.ts'

/** A finger stays this long on what cannot be made up for. */
export const HOLD_MS = 1_500

interface HoldButtonProps {
  class?: string
  kind?: string
  disabled?: boolean
  run: () => void
  children: ComponentChildren
}

/**
 * For what cannot be undone: acts after a finger, or the space bar, stayed on it for 1.5 s. In place of "Are you sure?",
 * which people answer without reading. A scanner's Enter is far too short for it.
 */
export function HoldButton({ class: given = 'button', kind, disabled = false, run, children }: HoldButtonProps) {
  const [held, setHeld] = useState(false)
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  const release = () => {
    clearTimeout(timer.current)
    timer.current = undefined
    setHeld(false)
  }
  const press = () => {
    if (timer.current !== undefined || disabled) return
    setHeld(true)
    timer.current = setTimeout(() => {
      release()
      run()
    }, HOLD_MS)
  }
  useEffect(() => release, [])
  return (
    <button
      type="button"
      class={`${given} hold-to-confirm`}
      data-kind={kind}
      data-held={held}
      disabled={disabled}
      onPointerDown={press}
      onPointerUp={release}
      onPointerLeave={release}
      onPointerCancel={release}
      onContextMenu={event => event.preventDefault()}
      onKeyDown={event => {
        if (event.key === ' ') press()
        if (event.key === ' ' || event.key === 'Enter') event.preventDefault()
      }}
      onKeyUp={release}
      onBlur={release}
    >
      <span class="face">{children}</span>
      <span class="how">{say('hold_on')}</span>
    </button>
  )
}
