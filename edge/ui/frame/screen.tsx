import type { ComponentChildren } from 'preact'
import { BottomBar } from './bottom-bar.tsx'

/** The one main action of a screen, always at the bottom right. */
export interface Primary {
  word: string
  run: () => void
  /** Why it cannot be done now, as a sentence; it stands beside the disabled button. */
  missing?: string | null
  busy?: boolean
  /** For what cannot be undone: the finger stays on it for 1.5 s. */
  hold?: boolean
}

interface ScreenProps {
  title: string
  /** Where Back leads; left out: the station's start. Null on the start itself. */
  back?: string | null
  primary?: Primary | null
  /** Further buttons in the bottom bar, left of the main action. */
  more?: ComponentChildren
  class?: string
  children: ComponentChildren
}

/**
 * One task: its title and content, and the bottom bar with the way back, what can be taken back, and the main action.
 * Every screen is one of these; what it needs must be in sight at 1280 x 800 without scrolling.
 */
export function Screen({ title, back = '/', primary = null, more, class: given, children }: ScreenProps) {
  return (
    <>
      <main class={given === undefined ? 'task' : `task ${given}`}>
        <h1 class="title">{title}</h1>
        {children}
      </main>
      <BottomBar back={back} primary={primary} more={more} />
    </>
  )
}
