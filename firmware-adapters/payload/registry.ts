import { chirpstack } from './chirpstack.ts'
import type { Family } from './family.ts'
import { mqttJsonFamily } from './json-family.ts'
import { milesight } from './milesight.ts'
import { shellyGen1 } from './shelly-gen1.ts'
import { shellyGen2 } from './shelly-gen2.ts'
import { sparkplugB } from './sparkplug/family.ts'
import { tasmota } from './tasmota.ts'
import { zigbee2mqtt } from './zigbee2mqtt.ts'

/** A family whose settings were checked against its own schema when the devices file was read. */
export type AnyFamily = Family<never>

const ALL: readonly AnyFamily[] = [
  mqttJsonFamily,
  tasmota,
  shellyGen1,
  shellyGen2,
  zigbee2mqtt,
  chirpstack,
  milesight,
  sparkplugB,
]

/** Every family of MQTT payloads by its id, which is the id of its driver: the only list of them. */
export const FAMILIES: ReadonlyMap<string, AnyFamily> = new Map(ALL.map(family => [family.id, family]))
