import { useLayoutEffect, useRef } from 'preact/hooks'
import type { ScanBus, ScanHandler, ScanRank } from './scan-bus.ts'

/** While this component is on the screen, its handler is asked first about every scan. */
export function useScan(bus: ScanBus, handler: ScanHandler, rank: ScanRank = 'screen'): void {
  const latest = useRef(handler)
  latest.current = handler
  // Not after the paint: a scanner is faster than that, and its code would go to the screen before.
  useLayoutEffect(() => bus.subscribe(scan => latest.current(scan), rank), [bus, rank])
}
