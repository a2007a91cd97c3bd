import type { DeviceConfig } from '@flowviz/contract/device'
import { commandAnswerTopic, healthTopic } from '@flowviz/contract/health'
import { measurementTopic } from '@flowviz/contract/measurement'

/** What a topic carries, and of which device. */
export interface Route {
  kind: 'measurement' | 'health' | 'answer' | 'door'
  device: DeviceConfig
}

/** Every topic that a plant's devices may be published on; a gateway speaks for its devices, a sensor for itself. */
export function routesOf(devices: readonly DeviceConfig[]): ReadonlyMap<string, Route> {
  const routes = new Map<string, Route>()
  for (const device of devices) {
    if (device.transport.kind === 'mqtt-door') {
      routes.set(device.transport.topic, { kind: 'door', device })
      continue
    }
    routes.set(measurementTopic(device.id), { kind: 'measurement', device })
    routes.set(healthTopic(device.id), { kind: 'health', device })
    routes.set(commandAnswerTopic(device.id), { kind: 'answer', device })
  }
  return routes
}
