import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { say } from './words.ts'

interface OverlayProps {
  class: string
  title: string
  close: () => void
  children: ComponentChildren
}

/** A sheet over the screen. It takes the focus itself, so that no button in it is one key away. */
export function Overlay({ class: given, title, close, children }: OverlayProps) {
  const box = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const dialog = box.current
    dialog?.showModal()
    dialog?.focus()
    return () => dialog?.close()
  }, [])
  return (
    <dialog
      ref={box}
      class={`overlay ${given}`}
      tabIndex={-1}
      aria-label={title}
      onCancel={event => {
        event.preventDefault()
        close()
      }}
    >
      <header>
        <h2>{title}</h2>
        <button type="button" class="button" onClick={close}>
          {say('close')}
        </button>
      </header>
      {children}
    </dialog>
  )
}
