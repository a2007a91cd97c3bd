import type { DeviceConfig } from '@flowviz/contract/device'
import { codeOf, FlowError } from '@flowviz/contract/error'
import { CommandAnswer, HealthMessage } from '@flowviz/contract/health'
import { MeasurementMessage } from '@flowviz/contract/measurement'
import type { Reading } from '@flowviz/contract/reading'
import { strangeTexts } from '@flowviz/contract/text'
import { isTimestamp, timestampOf } from '@flowviz/contract/time'
import type { TSchema } from 'typebox'
import { Compile, type Validator } from 'typebox/compile'
import type { TelemetryWriter } from '../parts.ts'
import { type Accepted, accept } from './accept.ts'
import { hold } from './hold.ts'
import type { Route } from './route.ts'
import { sensorDoor } from './sensor-door.ts'

/** One publish, as the broker admitted it. `route` is null for a topic below a gateway that no device has (any more). */
export interface Delivery {
  identity: string
  topic: string
  route: Route | null
  payload: Uint8Array
  retain: boolean
  dup: boolean
}

/** What the door counted since the start. */
export interface IngestCounts {
  accepted: number
  repeated: number
  quarantined: number
  health: number
}

export interface IngestDoor {
  /** Resolves when everything that the message carries is committed: readings, or a row in quarantine. */
  take(delivery: Delivery): Promise<void>
  counts(): Readonly<IngestCounts>
  /** How many messages wait for a disk that cannot commit. */
  held(): number
  stop(): void
}

export interface IngestParts {
  writer: TelemetryWriter
  /** ms since 1970 */
  now: () => number
  /** ms, never set back */
  monotonic: () => number
  onReading: (reading: Reading, device: DeviceConfig) => void
  onHealth: (message: HealthMessage) => void
  onAnswer: (answer: CommandAnswer) => void
  /** Something is to be said to a sensor; left out: nobody can. */
  onSay?: (topic: string, payload: Uint8Array) => void
  /** True when the calibration of a device does not count any more; left out: of none. */
  overdue?: (deviceId: string) => boolean
  onCommitted: (took_ms: number) => void
  onTrouble: (error: unknown, held: number) => void
}

const decoder = new TextDecoder('utf-8', { fatal: true })
const measurementShape = Compile(MeasurementMessage)
const healthShape = Compile(HealthMessage)
const answerShape = Compile(CommandAnswer)

/** Takes what devices say into the plant: each message becomes readings, or a row in quarantine, and nothing is lost. */
export function ingestDoor(parts: IngestParts): IngestDoor {
  const { writer, now, monotonic } = parts
  const counts: IngestCounts = { accepted: 0, repeated: 0, quarantined: 0, health: 0 }
  const disk = hold(parts)
  const { overdue = () => false } = parts
  const hearSensor = sensorDoor(now, overdue)

  const quarantine = async ({ identity, topic, payload }: Delivery, cause: string) => {
    const entry = { received_at: timestampOf(now()), identity, topic, cause: cause.slice(0, 500), payload }
    await disk.run(() => writer.quarantine(entry))
    counts.quarantined += 1
  }
  const append = async (accepted: Accepted, device: DeviceConfig, delivery: Delivery) => {
    if (!('reading' in accepted)) return quarantine(delivery, accepted.cause)
    const began = monotonic()
    await disk.run(async () => {
      const stored = await writer.append(accepted.reading)
      if (stored === null) {
        counts.repeated += 1
        return
      }
      counts.accepted += 1
      parts.onReading(stored, device)
    })
    parts.onCommitted(monotonic() - began)
  }
  const takeMeasurement = (delivery: Delivery, device: DeviceConfig) => {
    const message = parse(measurementShape, delivery.payload)
    if ('cause' in message) return quarantine(delivery, message.cause)
    const { device_id, boot_id, seq, measured_at, measurement } = message.value
    if (device_id !== device.id) return quarantine(delivery, `the message names ${device_id}`)
    if (!isTimestamp(measured_at)) return quarantine(delivery, `${measured_at} is no moment`)
    const stamp = {
      device_id,
      source: `${boot_id}:${seq}`,
      measured_ms: Date.parse(measured_at),
      received_ms: now(),
      retained: delivery.retain,
      calibration_overdue: overdue(device_id),
    }
    return append(accept(measurement, device.channels, stamp), device, delivery)
  }
  const takeSensor = async (delivery: Delivery, devices: readonly DeviceConfig[]) => {
    const { readings, noise, say, settle } = hearSensor(delivery, devices)
    for (const { topic, payload } of say) parts.onSay?.(topic, payload)
    if (noise !== null) return quarantine(delivery, noise)
    await Promise.all(readings.map(({ device, accepted }) => append(accepted, device, delivery)))
    settle()
  }
  const tell = <T extends TSchema>(delivery: Delivery, shape: Shape<T>, hear: (value: never) => void) => {
    const message = parse(shape, delivery.payload)
    if ('cause' in message) return quarantine(delivery, message.cause)
    const { device_id } = message.value as { device_id: string }
    if (device_id !== delivery.route?.device.id) return quarantine(delivery, `the message names ${device_id}`)
    hear(message.value as never)
    return Promise.resolve()
  }
  const routed = (delivery: Delivery): Promise<void> => {
    if (delivery.route === null) return quarantine(delivery, 'no device of this plant has this topic')
    const { kind, device, devices } = delivery.route
    switch (kind) {
      case 'measurement':
        return takeMeasurement(delivery, device)
      case 'door':
        return takeSensor(delivery, devices)
      case 'beside':
        return Promise.resolve()
      case 'health':
        counts.health += 1
        return tell(delivery, healthShape, parts.onHealth)
      case 'answer':
        return tell(delivery, answerShape, parts.onAnswer)
    }
  }
  return {
    take: delivery =>
      // A row that the store itself refuses would come back for ever: it goes where undecodable ones go.
      routed(delivery).catch(error => {
        if (codeOf(error) === 'not_ready') throw error
        return quarantine(delivery, `refused by the store: ${codeOf(error)}`)
      }),
    counts: () => counts,
    held: disk.held,
    stop: disk.stop,
  }
}

type Shape<T extends TSchema> = Validator<Record<never, never>, T>

function parse<T extends TSchema>(shape: Shape<T>, payload: Uint8Array) {
  let value: unknown
  try {
    value = JSON.parse(decoder.decode(payload))
  } catch {
    return { cause: 'not JSON in UTF-8' }
  }
  if (shape.Check(value)) {
    // Such text would reach the ledger in the detail of a device's state, and headquarters could not show it.
    const [strange] = strangeTexts(value)
    return strange === undefined ? { value } : { cause: `${strange.join('/')} is not plain text` }
  }
  const version = (value as { v?: unknown } | null)?.v
  if (typeof version === 'number' && version !== 1)
    return { cause: `${codeOf(new FlowError('version_unsupported'))}: ${version}` }
  const [first] = shape.Errors(value)
  return { cause: `${first?.instancePath || 'the message'} ${first?.message ?? 'is not as agreed'}` }
}
