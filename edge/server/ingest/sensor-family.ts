import type { DeviceConfig } from '@flowviz/contract/device'
import type { Subject } from '@flowviz/firmware-adapters/payload/family'
import { mqttJsonFamily } from '@flowviz/firmware-adapters/payload/json-family'
import { Listener } from '@flowviz/firmware-adapters/payload/listener'
import { type AnyFamily, FAMILIES } from '@flowviz/firmware-adapters/payload/registry'

/** How a device at the door speaks: where, and how it is understood. */
export interface SensorFamily {
  filters: string[]
  /** Filters of what else it publishes. */
  others: string[]
  /** Filters under which it wants to hear. */
  hears: string[]
  isPresence(topic: string): boolean
  listen(): Listener
}

/** The family of a device at the door by its driver; plain JSON for a name that is none. */
export function familyOf(device: DeviceConfig): SensorFamily {
  const family: AnyFamily = FAMILIES.get(device.driver) ?? mqttJsonFamily
  const { transport, channels, settings = {} } = device
  const topic = transport.kind === 'mqtt-door' ? transport.topic : ''
  // The devices file was held to the family's own schema.
  const subject: Subject<never> = { topic, channels, settings: settings as never }
  return {
    filters: family.filters(subject),
    others: family.beside(subject),
    hears: family.hears?.(subject) ?? [],
    isPresence: of => family.isPresence(of),
    listen: () => new Listener(family.decoder(subject), channels),
  }
}
