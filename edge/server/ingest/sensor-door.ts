import { hash } from 'node:crypto'
import type { DeviceConfig } from '@flowviz/contract/device'
import { Plausibility } from '@flowviz/contract/plausible'
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
  plausibility: Plausibility
}

/** Understands what sensors say to the appliance itself, each by its family, and follows each of them. */
export function sensorDoor(
  now: () => number,
  overdue: (deviceId: string) => boolean = () => false,
): (message: SensorMessage, devices: readonly DeviceConfig[]) => SensorHeard {
  const ears = new Map<string, Ear>()
  const sourceOf = sensorSource()

  const earOf = (device: DeviceConfig): Ear => {
    const known = ears.get(device.id)
    if (known?.device === device) return known
    const text = JSON.stringify([device.driver, device.transport, device.settings, device.channels])
    const fresh = () => ({ listener: familyOf(device).listen(), plausibility: new Plausibility(device.channels) })
    const { listener, plausibility } = known?.text === text ? known : fresh()
    const ear = { device, text, listener, plausibility }
    ears.set(device.id, ear)
    return ear
  }
  return (message, devices) => {
    const received_ms = now()
    const { topic, payload, retain: retained } = message
    const heard = devices.map(device => {
      const { listener, plausibility } = earOf(device)
      return { device, listener, plausibility, said: listener.hear({ topic, payload, retained, received_ms }) }
    })
    const source = heard.some(({ said }) => said.measured.length > 0)
      ? sourceOf({ ...message, at_ms: received_ms })
      : ''
    const readings = heard.flatMap(({ device, plausibility, said }) =>
      said.measured.map(({ at_ms = received_ms, ...measurement }) => {
        const named = nameOf(said, { source, at_ms, received_ms })
        const calibration_overdue = overdue(device.id)
        // The listener has said so of what is retained already.
        const stamp = { device_id: device.id, source: named, measured_ms: at_ms, received_ms, retained: false }
        const plausible = plausibility.judge(measurement, at_ms)
        return { device, accepted: accept(plausible, device.channels, { ...stamp, calibration_overdue }) }
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
