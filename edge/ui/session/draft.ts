import { type Signal, signal } from '@preact/signals'

/**
 * What is being entered at this station. It belongs to the station and to nobody: it outlives a lock, another person's
 * sign-in, a reload and a tab that is killed. `empty` says what a draft without an entry is; fields that a kept one
 * lacks are taken from there, and what cannot be read is forgotten.
 *
 *     const draft = draftSignal(floor.storage, 'hold', { reason: null, note: '' })
 */
export function draftSignal<T extends object>(
  storage: Pick<Storage, 'getItem' | 'setItem'>,
  name: string,
  empty: T,
): Signal<T> {
  const key = `flowviz.draft.${name}`
  const draft = signal<T>({ ...empty, ...keptOf(storage.getItem(key)) })
  let isFirst = true
  draft.subscribe(value => {
    if (!isFirst) storage.setItem(key, JSON.stringify(value))
    isFirst = false
  })
  return draft
}

function keptOf(text: string | null): object {
  try {
    const kept: unknown = JSON.parse(text ?? '{}')
    return typeof kept === 'object' && kept !== null && !Array.isArray(kept) ? kept : {}
  } catch {
    return {}
  }
}
