import { useEffect, useRef } from 'preact/hooks'
import type { ScanBus, ScanHandler, ScanRank } from './scan-bus.ts'

/** While this component is on the screen, its handler is asked first about every scan. */
export function useScan(bus: ScanBus, handler: ScanHandler, rank: ScanRank = 'screen'): void {
  const latest = useRef(handler)
  latest.current = handler
  useEffect(() => bus.subscribe(scan => latest.current(scan), rank), [bus, rank])
}
