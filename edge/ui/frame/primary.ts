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
