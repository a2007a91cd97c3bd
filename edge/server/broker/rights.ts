import type { DeviceConfig } from '@flowviz/contract/device'
import { commandTopic } from '@flowviz/contract/health'
import { topicMatches } from '@flowviz/firmware-adapters/payload/topic'
import type { MqttIdentity } from '../config.ts'
import { type Route, type Routes, routesOf } from '../ingest/route.ts'
import { familyOf } from '../ingest/sensor-family.ts'

/** What an identity may say on a topic: as a device's route, below nothing known (null), or not at all. */
export type Right = { may: true; route: Route | null } | { may: false }

export interface Rights {
  configure(devices: readonly DeviceConfig[]): void
  publish(identity: MqttIdentity, topic: string): Right
  subscribe(identity: MqttIdentity, topic: string): boolean
  /** Whether a command may be handed to an identity. */
  forward(identity: MqttIdentity, topic: string): boolean
  /** Whether a client of this name may leave a will there: only the word that its own sensor is gone. */
  will(identity: string, topic: string): boolean
}

const OURS = /^flowviz\/v1\/[a-z0-9-]{1,40}\/(measurement|health|command-answer)$/
const AT_THE_DOOR: ReadonlySet<Route['kind']> = new Set(['door', 'beside'])
const EVERY_COMMAND = commandTopic('+')

/** Topic rights by the device file: a gateway speaks for its devices, a sensor for its one topic, nobody for another. */
export function rights(): Rights {
  let routes: Routes = routesOf([])
  let heard: { filter: string; identity: string }[] = []
  let commands = new Map<string, string>()
  return {
    configure(devices) {
      routes = routesOf(devices)
      commands = new Map(devices.map(({ id, identity }) => [commandTopic(id), identity]))
      const doors = devices.filter(({ transport }) => transport.kind === 'mqtt-door')
      heard = doors.flatMap(device => familyOf(device).hears.map(filter => ({ filter, identity: device.identity })))
    },
    publish(identity, topic) {
      const route = routes.find(topic, identity.name)
      if (route !== undefined) {
        const may =
          route.device.identity === identity.name && (AT_THE_DOOR.has(route.kind) || identity.kind === 'gateway')
        return may ? { may, route } : { may: false }
      }
      // A gateway may read its device file a moment later than the appliance. To cut it off for a device that is gone
      // would silence the ones that are not.
      return identity.kind === 'gateway' && OURS.test(topic) ? { may: true, route: null } : { may: false }
    },
    subscribe: (identity, topic) =>
      heard.some(({ filter, identity: name }) => filter === topic && name === identity.name) ||
      (identity.kind === 'gateway' && (topic === EVERY_COMMAND || commands.get(topic) === identity.name)),
    forward: (identity, topic) =>
      commands.get(topic) === identity.name ||
      heard.some(({ filter, identity: name }) => name === identity.name && topicMatches(filter, topic)),
    will(identity, topic) {
      const route = routes.find(topic, identity)
      if (route?.kind !== 'door' || route.device.identity !== identity) return false
      return route.devices.every(device => familyOf(device).isPresence(topic))
    },
  }
}
