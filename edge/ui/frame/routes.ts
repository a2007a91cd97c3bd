import type { ComponentType } from 'preact'
import { lazy } from 'preact-iso'

type Load = () => Promise<unknown>

function at<K extends string>(path: string, load: () => Promise<Record<K, ComponentType>>, name: K) {
  return [path, lazy(() => load().then(module => module[name])) as ComponentType, load as Load] as const
}

/** Every task by its address; what stands in an address (`/lot/:ref`) a screen reads with useRoute(). A screen is loaded when it is first opened; the service worker has it by then. */
export const ROUTES: readonly (readonly [path: string, screen: ComponentType, load: Load])[] = [
  at('/receive', () => import('../lot/receive-screen.tsx'), 'ReceiveScreen'),
  at('/lots', () => import('../lot/lot-screen.tsx'), 'LotScreen'),
  at('/lot/:ref', () => import('../lot-card/card-screen.tsx'), 'CardScreen'),
  at('/gates', () => import('../gate/waiting-screen.tsx'), 'WaitingScreen'),
  at('/gates/:gate_id', () => import('../gate/waiting-screen.tsx'), 'WaitingScreen'),
  at('/gate/run/:ref', () => import('../gate/gate-screen.tsx'), 'RunGateScreen'),
  at('/gate/:ref', () => import('../gate/gate-screen.tsx'), 'GateScreen'),
  at('/board', () => import('../lane/board-screen.tsx'), 'BoardScreen'),
  at('/move', () => import('../lane/board-screen.tsx'), 'BoardScreen'),
  at('/lane/:location_id', () => import('../lane/lane-screen.tsx'), 'LaneScreen'),
  at('/labels', () => import('../label/labels-screen.tsx'), 'LabelsScreen'),
  at('/label', () => import('../label/label-screen.tsx'), 'LabelScreen'),
  at('/label/:ref', () => import('../label/label-screen.tsx'), 'LabelScreen'),
  at('/runs', () => import('../run/runs-screen.tsx'), 'RunsScreen'),
  at('/runs/plan', () => import('../run/plan-screen.tsx'), 'PlanScreen'),
  at('/run/:ref', () => import('../run/run-screen.tsx'), 'RunScreen'),
  at('/consume', () => import('../run/consume-screen.tsx'), 'ChooseRunScreen'),
  at('/consume/:run', () => import('../run/consume-screen.tsx'), 'ConsumeScreen'),
  at('/dispatch', () => import('../dispatch/dispatch-screen.tsx'), 'DispatchScreen'),
  at('/shipment/:ref', () => import('../dispatch/shipment-screen.tsx'), 'ShipmentScreen'),
  at('/output/:run', () => import('../output/output-screen.tsx'), 'OutputScreen'),
  at('/alarms', () => import('../alarm/alarm-screen.tsx'), 'AlarmScreen'),
  at('/hold', () => import('../hold/place-screen.tsx'), 'PlaceScreen'),
  at('/holds', () => import('../hold/holds-screen.tsx'), 'HoldsScreen'),
  at('/holds/:hold_id', () => import('../hold/hold-screen.tsx'), 'HoldScreen'),
  at('/holds/:hold_id/decision', () => import('../hold/decide-screen.tsx'), 'DecideScreen'),
  at('/holds/:hold_id/evaluation', () => import('../hold/evaluate-screen.tsx'), 'EvaluateScreen'),
  at('/temperatures', () => import('../temperature/temperature-screen.tsx'), 'TemperatureScreen'),
  at('/shift', () => import('../shift/shift-screen.tsx'), 'ShiftScreen'),
  at('/help', () => import('../help/help-screen.tsx'), 'HelpScreen'),
  at('/temperature/:monitor_id', () => import('../temperature/point-screen.tsx'), 'PointScreen'),
  at('/pin', () => import('../session/own-pin-screen.tsx'), 'OwnPinScreen'),
  at('/enrol', () => import('../enrol/enrol-screen.tsx'), 'EnrolScreen'),
  at('/devices', () => import('../device/device-screen.tsx'), 'DeviceScreen'),
  at('/sync', () => import('../outbox/sync-screen.tsx'), 'SyncScreen'),
  at('/check', () => import('../check/check-screen.tsx'), 'CheckScreen'),
]
