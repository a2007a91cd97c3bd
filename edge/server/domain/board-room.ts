import type { BoardTemperature, RoomState } from '@flowviz/contract/board'
import type { Monitor } from '@flowviz/contract/plant/monitor'
import type { MonitorState } from '../store/monitor-store.ts'

/** A current monitor and what its readings have said so far. */
export interface WatchedRoom {
  monitor: Monitor
  state: MonitorState | null
}

/** How warm the places of a plant are. */
export interface Rooms {
  /** By the worst of its monitors and of the rooms around it; null where nobody measures. */
  temperature(locationId: string): BoardTemperature | null
}

const DEGREES: readonly string[] = ['Cel', '[degF]']
const WORST: readonly RoomState[] = ['too_warm', 'too_cold', 'silent', 'ok']

/** @param parents the place that each place stands in; what is not here stands in no other one */
export function roomsOf(watched: readonly WatchedRoom[], parents: ReadonlyMap<string, string>): Rooms {
  const measured = new Map<string, BoardTemperature[]>()
  for (const { monitor, state } of watched) {
    if (!DEGREES.includes(monitor.unit)) continue
    const here = measured.get(monitor.location_id) ?? []
    measured.set(monitor.location_id, [...here, temperatureOf(monitor, state)])
  }
  const known = new Map<string, BoardTemperature | null>()
  const worst = (locationId: string) =>
    chainOf(locationId, parents)
      .flatMap(id => measured.get(id) ?? [])
      // Of two that are equally bad the nearer one is shown: the sort is stable.
      .sort((a, b) => WORST.indexOf(a.state) - WORST.indexOf(b.state))[0] ?? null
  return {
    temperature(locationId) {
      const found = known.get(locationId)
      if (found !== undefined) return found
      const fresh = worst(locationId)
      known.set(locationId, fresh)
      return fresh
    },
  }
}

/** A place and the places that it stands in; a chain that bites its tail ends too. */
function chainOf(locationId: string, parents: ReadonlyMap<string, string>): string[] {
  const chain = new Set<string>()
  for (let id: string | undefined = locationId; id !== undefined && !chain.has(id); id = parents.get(id)) chain.add(id)
  return [...chain]
}

function temperatureOf(monitor: Monitor, state: MonitorState | null): BoardTemperature {
  const { monitor_id, title, unit, ccp, low = null, high = null } = monitor
  const latest = state?.latest ?? null
  return {
    monitor_id,
    title,
    state: stateOf(state),
    confirmed: state?.phase === 'confirmed',
    silent: state === null || state.silent || latest === null,
    ccp,
    value: latest?.value ?? null,
    unit,
    low,
    high,
    received_at: latest?.at ?? null,
    since: state?.since ?? null,
  }
}

/** An excursion goes before silence: whether anything is heard or not, nothing has said that it is over. */
function stateOf(state: MonitorState | null): RoomState {
  if (state?.excursion != null) return state.excursion.side === 'high' ? 'too_warm' : 'too_cold'
  return state === null || state.silent || state.latest === null ? 'silent' : 'ok'
}
