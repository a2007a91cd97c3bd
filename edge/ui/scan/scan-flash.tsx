import { useEffect, useRef } from 'preact/hooks'
import type { Tone } from '../sound/tone.ts'
import type { ScanBus } from './scan-bus.ts'

/** The shape says it to those who do not see the colour: tick, question mark, stop. */
const SHAPES: Record<Tone, string> = {
  ok: 'M4 13 L10 19 L21 6',
  unknown: 'M8 9 a4.5 4.5 0 1 1 6.5 4 q-2 1 -2 3 M12.5 20.5 v0.5',
  forbidden: 'M5.6 5.6 L19.4 19.4 M12.5 2.8 a9.7 9.7 0 1 0 0.01 0',
}

/** What the last scan came to, across the whole screen for a second and a half. It takes no finger and no focus. */
export function ScanFlash({ bus }: { bus: ScanBus }) {
  const flash = bus.flash.value
  const box = useRef<HTMLDivElement>(null)
  const n = flash?.n ?? null
  useEffect(() => {
    // A popover that is shown anew stands above whatever sheet was opened in between.
    if (n === null) return
    const shown = box.current
    shown?.showPopover?.()
    return () => shown?.hidePopover?.()
  }, [n])
  return (
    <div ref={box} class="scan-flash" popover="manual" role="status" aria-live="assertive" aria-atomic="true">
      {flash !== null && (
        <p key={flash.n} data-tone={flash.tone}>
          <svg viewBox="0 0 25 25" aria-hidden="true">
            <path d={SHAPES[flash.tone]} />
          </svg>
          <b>{flash.title}</b>
          {flash.text !== undefined && <span>{flash.text}</span>}
        </p>
      )}
    </div>
  )
}
