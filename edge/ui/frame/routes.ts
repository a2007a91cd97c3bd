import type { ComponentType } from 'preact'
import { lazy } from 'preact-iso'

const screen = <K extends string>(load: () => Promise<Record<K, ComponentType>>, name: K) =>
  lazy(() => load().then(module => module[name])) as ComponentType

/** Every task by its address; what stands in an address (`/lot/:ref`) a screen reads with useRoute(). A screen is loaded when it is first opened; the service worker has it by then. */
export const ROUTES: readonly [path: string, screen: ComponentType][] = [
  ['/receive', screen(() => import('../lot/receive-screen.tsx'), 'ReceiveScreen')],
  ['/lots', screen(() => import('../lot/lot-screen.tsx'), 'LotScreen')],
  ['/board', screen(() => import('../lane/board-screen.tsx'), 'BoardScreen')],
  ['/lane/:location_id', screen(() => import('../lane/lane-screen.tsx'), 'LaneScreen')],
  ['/temperatures', screen(() => import('../temperature/temperature-screen.tsx'), 'TemperatureScreen')],
  ['/enrol', screen(() => import('../enrol/enrol-screen.tsx'), 'EnrolScreen')],
  ['/devices', screen(() => import('../device/device-screen.tsx'), 'DeviceScreen')],
  ['/check', screen(() => import('../check/check-screen.tsx'), 'CheckScreen')],
]

/** What a technician does before anybody can sign in here. */
export const OPEN_PATHS: ReadonlySet<string> = new Set(['/enrol', '/check'])
