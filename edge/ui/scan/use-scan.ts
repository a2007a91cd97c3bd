import { useEffect, useRef } from 'preact/hooks'
import type { ScanBus, ScanHandler } from './scan-bus.ts'

/** While this component is on the screen, its handler is asked first about every scan. */
export function useScan(bus: ScanBus, handler: ScanHandler): void {
  const latest = useRef(handler)
  latest.current = handler
  useEffect(() => bus.subscribe(scan => latest.current(scan)), [bus])
}
