import type { DeviceConfig } from '@flowviz/contract/device'
import { FlowError } from '@flowviz/contract/error'
import type { Measurement } from '@flowviz/contract/measurement'
import type { AnyDriver, Links, Notice, Pace, Task } from '../driver.ts'
import { DRIVERS } from '../registry.ts'

export interface Measuring {
  device: Pick<DeviceConfig, 'driver' | 'settings' | 'channels'>
  transport: Links[keyof Links]
  pace: Pace
  poll_ms?: number | undefined
  timeout_ms?: number | undefined
  /** Ends it. */
  signal: AbortSignal
  /** Each round of readings as it comes. */
  take(readings: Measurement[]): void
  notice(notice: Notice): void
}

/** @throws FlowError config_invalid when there is no such driver */
export function driverOf(id: string): AnyDriver {
  const driver = DRIVERS.get(id)
  if (driver !== undefined) return driver
  throw new FlowError('config_invalid', `There is no driver ${id}; there are ${[...DRIVERS.keys()].join(', ')}.`)
}

/** Lets the driver of a device measure until the signal ends it. @throws FlowError of the driver */
export async function measureBy({ device, transport, pace, poll_ms, timeout_ms, signal, take, notice }: Measuring) {
  const driver = driverOf(device.driver)
  const settings = (device.settings ?? {}) as never
  const defaults = driver.defaultsOf?.(settings) ?? driver.defaults
  const task: Task<never> = {
    settings,
    channels: device.channels,
    poll_ms: poll_ms ?? defaults.poll_ms ?? 1_000,
    timeout_ms: timeout_ms ?? defaults.timeout_ms,
    pace,
    notice,
  }
  for await (const round of driver.measure(transport as never, task, signal)) {
    if (signal.aborted) return
    take(round.map(({ at_ms: _, ...measurement }) => measurement as Measurement))
  }
}
