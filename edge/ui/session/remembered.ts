import { type Signal, signal } from '@preact/signals'

/** A signal that survives a reload of the page. */
export function rememberedSignal(storage: Pick<Storage, 'getItem' | 'setItem'>, key: string): Signal<string | null> {
  const kept = signal<string | null>(storage.getItem(key))
  kept.subscribe(value => {
    if (value !== null) storage.setItem(key, value)
  })
  return kept
}
