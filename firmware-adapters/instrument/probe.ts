import type { DeviceConfig } from '@flowviz/contract/device'
import { codeOf } from '@flowviz/contract/error'
import type { Measurement } from '@flowviz/contract/measurement'
import type { Pace } from '../driver.ts'
import { type Clocks, openDevice, openTopicOf } from './bench.ts'
import { driverOf, measureBy } from './measure.ts'

export interface ProbeOptions {
  pace: Pace
  clocks: Clocks
  /** Rounds of readings that are wanted, and the longest wait for them all. */
  reads: number
  for_ms: number
  /** Each reading as it comes. */
  take?(reading: ProbeReading): void
}

export interface ProbeReading extends Measurement {
  /** Since the device was opened. */
  at_ms: number
}

export interface Probed {
  device: string
  driver: string
  /** Who the device says it is; null when it does not say. */
  identified: string | null
  readings: ProbeReading[]
  noticed: Record<string, number>
  /** Why there are fewer readings than were wanted; null when there are not. */
  failed: string | null
  detail: string | null
}

/**
 * Reads one device of devices.yaml some times, as the gateway would; changes nothing on it.
 * @throws FlowError port_taken (with who holds it), port_missing, port_denied, comm_lost, comm_timeout, config_invalid
 */
export async function probe(device: DeviceConfig, options: ProbeOptions): Promise<Probed> {
  const { pace, clocks, reads, for_ms, take } = options
  const started = clocks.monotonic()
  const driver = driverOf(device.driver)
  const subject = { settings: (device.settings ?? {}) as never, channels: device.channels }
  const { transport: at } = device
  const wanted = at.kind === 'mqtt' ? driver.subscription?.({ topic: at.topic, ...subject }) : undefined
  const { transport, close } =
    at.kind === 'mqtt'
      ? await openTopicOf(device, wanted ?? { filters: [at.topic] }, clocks)
      : await openDevice(device, line => line)
  const probed: Probed = {
    device: device.id,
    driver: driver.id,
    identified: null,
    readings: [],
    noticed: {},
    failed: null,
    detail: null,
  }
  const over = new AbortController()
  let rounds = 0
  const measured = measureBy({
    device,
    transport,
    pace,
    poll_ms: device.poll_ms,
    timeout_ms: device.timeout_ms,
    signal: over.signal,
    take: round => {
      for (const measurement of round) {
        const reading = { ...measurement, at_ms: Math.round(clocks.monotonic() - started) }
        probed.readings.push(reading)
        take?.(reading)
      }
      if (++rounds >= reads) over.abort()
    },
    notice: notice => {
      if (notice.kind === 'identified') probed.identified = notice.detail
      probed.noticed[notice.kind] = (probed.noticed[notice.kind] ?? 0) + ('count' in notice ? notice.count : 1)
    },
  }).catch((error: unknown) => {
    if (over.signal.aborted) return
    probed.failed = codeOf(error)
    probed.detail = error instanceof Error ? error.message : String(error)
  })
  await Promise.race([measured, pace.wait(for_ms, over.signal)])
  if (rounds < reads && probed.failed === null) probed.failed = 'comm_timeout'
  over.abort()
  await close()
  await measured
  return probed
}
