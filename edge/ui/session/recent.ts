import { type ReadonlySignal, signal } from '@preact/signals'

/** Who signed in at this tablet lately, the last first. */
export interface Recent {
  ids: ReadonlySignal<readonly string[]>
  add: (person_id: string) => void
}

const KEY = 'flowviz.recent'
/** More than a shift of one station. */
const KEPT_MAX = 12

export function createRecent(storage: Pick<Storage, 'getItem' | 'setItem'>): Recent {
  const ids = signal<readonly string[]>((storage.getItem(KEY) ?? '').split(' ').filter(id => id !== ''))
  return {
    ids,
    add: person_id => {
      ids.value = [person_id, ...ids.peek().filter(id => id !== person_id)].slice(0, KEPT_MAX)
      storage.setItem(KEY, ids.peek().join(' '))
    },
  }
}
