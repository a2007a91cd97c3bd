/**
 * Why a device is as it is, where no code of the error table says it. Stable: screens choose words by them. `late`,
 * `connecting`, `stopped` and `driver_crashed` are said by a gateway, the others by the appliance.
 */
export const DEVICE_REASONS = [
  'disabled',
  'no_interval',
  'waiting',
  'no_sample',
  'gateway_silent',
  'late',
  'connecting',
  'stopped',
  'driver_crashed',
] as const
export type DeviceReason = (typeof DEVICE_REASONS)[number]
