import { effect, type ReadonlySignal, type Signal } from '@preact/signals'

/**
 * A tablet stands where it was set up to stand, whatever its address said before; a page that is no tablet, or one set
 * up for no station, keeps what its address said.
 */
export function standWithTablet(
  station: Signal<string | null>,
  enrolled: ReadonlySignal<{ station: string | null } | null>,
): void {
  effect(() => {
    const own = enrolled.value?.station ?? null
    if (own !== null) station.value = own
  })
}
