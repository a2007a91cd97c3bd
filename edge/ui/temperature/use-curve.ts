import type { MonitorStatus } from '@flowviz/contract/monitor-status'
import { listReadings } from '@flowviz/edge-client/generated/api'
import { useEffect, useMemo } from 'preact/hooks'
import { useFloor } from '../frame/floor-context.ts'
import { useAnswer } from '../shelf/use-answer.ts'
import { type Curve, curveOf, thinned } from './curve.ts'
import { keepCurve, keptCurve } from './kept-curve.ts'
import { limitsOf } from './monitored.ts'

const READINGS_MAX = 2_000
/** A curve that is looked at moves on by itself, so often. */
const AGAIN_MS = 60_000

/** The curve of a point: as the appliance tells it now, else as this tablet drew it last. */
export function useCurve(monitor: MonitorStatus): { curve: Curve | null; as_of: number | null } {
  const { storage, clock } = useFloor()
  const { device_id, channel, monitor_id } = monitor
  const minute = Math.floor(clock.now.value / AGAIN_MS)
  const told = useAnswer(`${monitor_id} ${minute}`, () => listReadings({ device_id, channel, limit: READINGS_MAX }))
  const before = useMemo(() => keptCurve(storage, monitor_id), [storage, monitor_id, told.value])
  const fresh = useMemo(() => (told.value === null ? null : thinned(told.value.readings)), [told.value])
  useEffect(() => {
    if (fresh !== null) keepCurve(storage, monitor_id, { points: fresh, as_of: clock.now.peek() })
  }, [fresh, storage, monitor_id, clock])
  const points = fresh ?? before?.points ?? []
  const curve = useMemo(() => curveOf(points, limitsOf(monitor)), [points, monitor.low, monitor.high])
  return { curve, as_of: before?.as_of ?? null }
}
