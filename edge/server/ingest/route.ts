import type { DeviceConfig } from '@flowviz/contract/device'
import { commandAnswerTopic, healthTopic } from '@flowviz/contract/health'
import { measurementTopic } from '@flowviz/contract/measurement'
import { isWild, topicMatches } from '@flowviz/firmware-adapters/payload/topic'
import { familyOf } from './sensor-family.ts'

/**
 * What a topic carries, and of which devices: `door` is a sensor that speaks for itself, or a bridge for several of them;
 * `beside` is what it says as well, and what nobody here wants to know.
 */
export interface Route {
  kind: 'measurement' | 'health' | 'answer' | 'door' | 'beside'
  device: DeviceConfig
  /** At least `device`; more of them only at the door. */
  devices: readonly DeviceConfig[]
}

export interface Routes {
  /** The route of a topic for this identity; another identity's, when only others have it; undefined when nobody has. */
  find(topic: string, identity: string): Route | undefined
}

interface Ear {
  filter: string
  device: DeviceConfig
}

/** Every topic that a plant's devices may be published on; a gateway speaks for its devices, a sensor for itself. */
export function routesOf(devices: readonly DeviceConfig[]): Routes {
  const fixed = new Map<string, Route>()
  const plain = new Map<string, DeviceConfig[]>()
  const wild: Ear[] = []
  const beside: Ear[] = []
  for (const device of devices) {
    if (device.transport.kind === 'mqtt-door') {
      const { filters, others } = familyOf(device)
      for (const filter of filters) {
        if (isWild(filter)) wild.push({ filter, device })
        else plain.set(filter, [...(plain.get(filter) ?? []), device])
      }
      beside.push(...others.map(filter => ({ filter, device })))
      continue
    }
    const only = { device, devices: [device] }
    fixed.set(measurementTopic(device.id), { kind: 'measurement', ...only })
    fixed.set(healthTopic(device.id), { kind: 'health', ...only })
    fixed.set(commandAnswerTopic(device.id), { kind: 'answer', ...only })
  }
  const hearing = (ears: readonly Ear[], topic: string) =>
    ears.filter(({ filter }) => topicMatches(filter, topic)).map(({ device }) => device)
  return {
    find(topic, identity) {
      const known = fixed.get(topic)
      if (known !== undefined) return known
      const heard = [...(plain.get(topic) ?? []), ...hearing(wild, topic)]
      const own = heard.filter(device => device.identity === identity)
      const [first = heard[0]] = own
      if (first !== undefined) return { kind: 'door', device: first, devices: own.length > 0 ? own : heard }
      const aside = hearing(beside, topic).find(device => device.identity === identity)
      return aside === undefined ? undefined : { kind: 'beside', device: aside, devices: [aside] }
    },
  }
}
