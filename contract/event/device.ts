import Type from 'typebox'
import { DeviceConfig } from '../device.ts'
import { DeviceState } from '../health.ts'
import { Name } from '../name.ts'
import { object } from './shape.ts'

/** The devices of the plant. */
export const DEVICE_EVENTS = {
  'device.registered': object({ config: DeviceConfig }),
  'device.changed': object({ config: DeviceConfig }),
  'device.retired': object({ device_id: Name }),
  /** Only changes of state, so that a flapping cable cannot flood the ledger: the appliance limits their rate. */
  'device.state_changed': object({ device_id: Name, state: DeviceState, reason: Type.String(), detail: Type.String() }),
  'device.acted': object({ device_id: Name, action: Type.String(), outcome: Type.String(), reason: Type.String() }),
} as const
