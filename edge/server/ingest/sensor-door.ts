import { hash } from 'node:crypto'
import type { DeviceConfig } from '@flowviz/contract/device'
import type { Saying } from '@flowviz/firmware-adapters/payload/family'
import type { Heard, Listener } from '@flowviz/firmware-adapters/payload/listener'
import { type Accepted, accept } from './accept.ts'
import { familyOf } from './sensor-family.ts'
import { sensorSource } from './sensor-source.ts'

/** One message of a sensor, as the broker admitted it. */
export interface SensorMessage {
  topic: string
  payload: Uint8Array
  retain: boolean
  dup: boolean
}

/** What a message means for the devices that it is of. */
export interface SensorHeard {
  readings: { device: DeviceConfig; accepted: Accepted }[]
  /** The cause for which nobody could make anything of it. */
  noise: string | null
  say: readonly Saying[]
  /** To be called when all of it is safe. */
  settle(): void
}

interface Ear {
  /** The configuration that it was made of, and the same as text: a file that is read again changes nothing. */
  device: DeviceConfig
  text: string
  listener: Listener
}

/** Understands what sensors say to the appliance itself, each by its family, and follows each of them. */
export function sensorDoor(
  now: () => number,
): (message: SensorMessage, devices: readonly DeviceConfig[]) => SensorHeard {
  const ears = new Map<string, Ear>()
  const sourceOf = sensorSource()

  const listenerOf = (device: DeviceConfig): Listener => {
    const known = ears.get(device.id)
    if (known?.device === device) return known.listener
    const text = JSON.stringify([device.driver, device.transport, device.settings, device.channels])
    const listener = known?.text === text ? known.listener : familyOf(device).listen()
    ears.set(device.id, { device, text, listener })
    return listener
  }
  return (message, devices) => {
    const received_ms = now()
    const { topic, payload, retain: retained } = message
    const heard = devices.map(device => {
      const listener = listenerOf(device)
      return { device, listener, said: listener.hear({ topic, payload, retained, received_ms }) }
    })
    const source = heard.some(({ said }) => said.measured.length > 0)
      ? sourceOf({ ...message, at_ms: received_ms })
      : ''
    const readings = heard.flatMap(({ device, said }) =>
      said.measured.map(({ at_ms = received_ms, ...measurement }) => {
        const named = nameOf(said, { source, at_ms, received_ms })
        // The listener has said so of what is retained already.
        const stamp = { device_id: device.id, source: named, measured_ms: at_ms, received_ms, retained: false }
        return { device, accepted: accept(measurement, device.channels, stamp) }
      }),
    )
    const understood = readings.length > 0 || heard.some(({ said }) => said.noise === null)
    return {
      readings,
      noise: understood ? null : (heard[0]?.said.noise ?? null),
      say: heard.flatMap(({ said }) => said.say),
      settle() {
        for (const { listener, said } of heard) listener.settle(said, received_ms)
      },
    }
  }
}

/** A message that names itself has that name over a restart, too; values of several moments are told apart by those. */
function nameOf(
  { key }: Heard,
  { source, at_ms, received_ms }: { source: string; at_ms: number; received_ms: number },
): string {
  const name = key === null ? source : hash('sha256', key, 'hex').slice(0, 32)
  return at_ms === received_ms ? name : `${name}:${at_ms}`
}
