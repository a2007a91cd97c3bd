import type { DeviceConfig } from '@flowviz/contract/device'
import { commandTopic } from '@flowviz/contract/health'
import type { MqttIdentity } from '../config.ts'
import { type Route, routesOf } from '../ingest/route.ts'

/** What an identity may say on a topic: as a device's route, below nothing known (null), or not at all. */
export type Right = { may: true; route: Route | null } | { may: false }

export interface Rights {
  configure(devices: readonly DeviceConfig[]): void
  publish(identity: MqttIdentity, topic: string): Right
  subscribe(identity: MqttIdentity, topic: string): boolean
  /** Whether a command may be handed to an identity. */
  forward(identity: MqttIdentity, topic: string): boolean
}

const OURS = /^flowviz\/v1\/[a-z0-9-]{1,40}\/(measurement|health|command-answer)$/
const EVERY_COMMAND = commandTopic('+')

/** Topic rights by the device file: a gateway speaks for its devices, a sensor for its one topic, nobody for another. */
export function rights(): Rights {
  let routes: ReadonlyMap<string, Route> = new Map()
  let commands = new Map<string, string>()
  return {
    configure(devices) {
      routes = routesOf(devices)
      commands = new Map(devices.map(({ id, identity }) => [commandTopic(id), identity]))
    },
    publish(identity, topic) {
      const route = routes.get(topic)
      if (route !== undefined) {
        const may = route.device.identity === identity.name && (route.kind === 'door' || identity.kind === 'gateway')
        return may ? { may, route } : { may: false }
      }
      // A gateway may read its device file a moment later than the appliance. To cut it off for a device that is gone
      // would silence the ones that are not.
      return identity.kind === 'gateway' && OURS.test(topic) ? { may: true, route: null } : { may: false }
    },
    subscribe: (identity, topic) =>
      identity.kind === 'gateway' && (topic === EVERY_COMMAND || commands.get(topic) === identity.name),
    forward: (identity, topic) => commands.get(topic) === identity.name,
  }
}
