import type { ComponentType } from 'preact'
import { lazy } from 'preact-iso'

const screen = <K extends string>(load: () => Promise<Record<K, ComponentType>>, name: K) =>
  lazy(() => load().then(module => module[name])) as ComponentType

/** Every task by its address; what stands in an address (`/lot/:ref`) a screen reads with useRoute(). A screen is loaded when it is first opened; the service worker has it by then. */
export const ROUTES: readonly [path: string, screen: ComponentType][] = [
  ['/receive', screen(() => import('../lot/receive-screen.tsx'), 'ReceiveScreen')],
  ['/lots', screen(() => import('../lot/lot-screen.tsx'), 'LotScreen')],
  ['/lot/:ref', screen(() => import('../lot-card/card-screen.tsx'), 'CardScreen')],
  ['/gates', screen(() => import('../gate/waiting-screen.tsx'), 'WaitingScreen')],
  ['/gates/:gate_id', screen(() => import('../gate/waiting-screen.tsx'), 'WaitingScreen')],
  ['/gate/run/:ref', screen(() => import('../gate/gate-screen.tsx'), 'RunGateScreen')],
  ['/gate/:ref', screen(() => import('../gate/gate-screen.tsx'), 'GateScreen')],
  ['/board', screen(() => import('../lane/board-screen.tsx'), 'BoardScreen')],
  ['/move', screen(() => import('../lane/board-screen.tsx'), 'BoardScreen')],
  ['/lane/:location_id', screen(() => import('../lane/lane-screen.tsx'), 'LaneScreen')],
  ['/labels', screen(() => import('../label/labels-screen.tsx'), 'LabelsScreen')],
  ['/label', screen(() => import('../label/label-screen.tsx'), 'LabelScreen')],
  ['/label/:ref', screen(() => import('../label/label-screen.tsx'), 'LabelScreen')],
  ['/runs', screen(() => import('../run/runs-screen.tsx'), 'RunsScreen')],
  ['/runs/plan', screen(() => import('../run/plan-screen.tsx'), 'PlanScreen')],
  ['/run/:ref', screen(() => import('../run/run-screen.tsx'), 'RunScreen')],
  ['/consume', screen(() => import('../run/consume-screen.tsx'), 'ChooseRunScreen')],
  ['/consume/:run', screen(() => import('../run/consume-screen.tsx'), 'ConsumeScreen')],
  ['/dispatch', screen(() => import('../dispatch/dispatch-screen.tsx'), 'DispatchScreen')],
  ['/shipment/:ref', screen(() => import('../dispatch/shipment-screen.tsx'), 'ShipmentScreen')],
  ['/output/:run', screen(() => import('../output/output-screen.tsx'), 'OutputScreen')],
  ['/alarms', screen(() => import('../alarm/alarm-screen.tsx'), 'AlarmScreen')],
  ['/hold', screen(() => import('../hold/place-screen.tsx'), 'PlaceScreen')],
  ['/holds', screen(() => import('../hold/holds-screen.tsx'), 'HoldsScreen')],
  ['/holds/:hold_id', screen(() => import('../hold/hold-screen.tsx'), 'HoldScreen')],
  ['/holds/:hold_id/decision', screen(() => import('../hold/decide-screen.tsx'), 'DecideScreen')],
  ['/temperatures', screen(() => import('../temperature/temperature-screen.tsx'), 'TemperatureScreen')],
  ['/shift', screen(() => import('../shift/shift-screen.tsx'), 'ShiftScreen')],
  ['/help', screen(() => import('../help/help-screen.tsx'), 'HelpScreen')],
  ['/temperature/:monitor_id', screen(() => import('../temperature/point-screen.tsx'), 'PointScreen')],
  ['/enrol', screen(() => import('../enrol/enrol-screen.tsx'), 'EnrolScreen')],
  ['/devices', screen(() => import('../device/device-screen.tsx'), 'DeviceScreen')],
  ['/sync', screen(() => import('../outbox/sync-screen.tsx'), 'SyncScreen')],
  ['/check', screen(() => import('../check/check-screen.tsx'), 'CheckScreen')],
]

/** What a technician does before anybody can sign in here. */
export const OPEN_PATHS: ReadonlySet<string> = new Set(['/enrol', '/check'])
