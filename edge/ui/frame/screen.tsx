import type { ComponentChildren } from 'preact'
import { BottomBar } from './bottom-bar.tsx'
import type { Primary } from './primary.ts'

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
