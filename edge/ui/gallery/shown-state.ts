import type { ComponentChildren } from 'preact'

/** One card as it looks in one moment of the plant, with canned data. */
export interface CardState {
  /** In words, unlike those beside it: `held, with two reasons`. */
  name: string
  draw: () => ComponentChildren
}

export interface ShownState extends CardState {
  /** Its address: `#lot/lot-card/3`. */
  id: string
  /** The card's room and file: `lot/lot-card`. */
  card: string
}

/** Puts the states of all rooms in one list, by the paths of their files. */
export function shownStates(files: Readonly<Record<string, readonly CardState[]>>): ShownState[] {
  return Object.entries(files)
    .map(([path, states]) => ({ card: path.replace(/^(\.\.\/)+/, '').replace(/\.states\.tsx$/, ''), states }))
    .sort((one, other) => one.card.localeCompare(other.card))
    .flatMap(({ card, states }) => states.map((state, at) => ({ ...state, card, id: `${card}/${at + 1}` })))
}
