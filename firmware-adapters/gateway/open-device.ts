import type { DeviceConfig } from '@flowviz/contract/device'
import { FlowError } from '@flowviz/contract/error'
import type { AnyDriver, Defaults, Task } from '../driver.ts'
import type { LinkOpener, OpenLink } from './link.ts'

/** A device, and how its driver wants it opened. */
export interface Opened {
  config: DeviceConfig
  driver: AnyDriver
  task: Task<never>
  defaults: Defaults
}

/**
 * Opens what a device is plugged into.
 * @throws FlowError port_missing, port_denied, port_taken, comm_lost, comm_timeout, credentials_wrong, config_invalid
 */
export async function openDevice(opener: LinkOpener, { config, driver, task, defaults }: Opened): Promise<OpenLink> {
  const at = config.transport
  switch (at.kind) {
    case 'serial':
    case 'tcp':
      return opener.bytes(at)
    case 'modbus-rtu':
    case 'modbus-tcp':
    case 'rtu-over-tcp':
      return opener.registers(at, { timeout_ms: task.timeout_ms, gap_ms: defaults.gap_ms ?? 0 })
    case 'mqtt': {
      const { topic } = at
      const { settings, channels } = task
      const wanted = driver.subscription?.({ topic, settings, channels }) ?? { filters: [topic] }
      return opener.topic(at, config.id, wanted)
    }
    case 'mqtt-door':
      throw new FlowError('config_invalid', 'This sensor speaks to the appliance itself.')
  }
}
