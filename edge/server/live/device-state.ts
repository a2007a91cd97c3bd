import type { DeviceConfig } from '@flowviz/contract/device'
import type { DeviceReason } from '@flowviz/contract/device-reason'
import type { DeviceState, HealthMessage } from '@flowviz/contract/health'
import type { Reading } from '@flowviz/contract/reading'

/** A gateway speaks every second; after this long it is gone, and what it said last says nothing about now. */
export const HEALTH_SILENCE_MS = 3_000

/** What is known of one device. Times are of the appliance's own monotonic clock, ms. */
export interface SeenDevice {
  config: DeviceConfig
  latest: Map<string, Reading>
  health: HealthMessage | null
  health_at: number | null
  sample_at: number | null
  configured_at: number
}

export interface Judged {
  state: DeviceState
  /** A `DeviceReason`, a code of the error table, or what a gateway says. */
  reason: string
  detail: string
}

/** After how many ms without a sample a device is late; null when nothing is expected of it. */
export function expectedWithin(config: DeviceConfig): number | null {
  if (config.expected_s !== undefined) return config.expected_s * 1_000
  // A poll of 50 ms must not call every breath of the scheduler a fault.
  return config.poll_ms === undefined ? null : Math.max(3 * config.poll_ms, 1_000)
}

/** Age of the newest sample, ms; null when there was none since the start. */
export function sampleAge(seen: SeenDevice, at: number): number | null {
  if (seen.health !== null && seen.health_at !== null) {
    const { last_sample_age_ms } = seen.health
    return last_sample_age_ms === null ? null : Math.round(last_sample_age_ms + at - seen.health_at)
  }
  return seen.sample_at === null ? null : Math.round(at - seen.sample_at)
}

/** The state of a device at a moment of the monotonic clock. */
export function judgeDevice(seen: SeenDevice, at: number): Judged {
  if (seen.config.enabled === false)
    return { state: 'stopped', reason: 'disabled' satisfies DeviceReason, detail: 'Switched off in the device file.' }
  return seen.config.transport.kind === 'mqtt-door' ? judgeSensor(seen, at) : judgeBehindGateway(seen, at)
}

function judgeSensor(seen: SeenDevice, at: number): Judged {
  const expected = expectedWithin(seen.config)
  if (expected === null)
    return {
      state: 'not_monitored',
      reason: 'no_interval' satisfies DeviceReason,
      detail: 'No interval is expected of it.',
    }
  const silent_ms = at - (seen.sample_at ?? seen.configured_at)
  if (silent_ms > expected) return late(expected)
  return seen.sample_at === null
    ? { state: 'connecting', reason: 'waiting' satisfies DeviceReason, detail: 'Waits for its first message.' }
    : { state: 'ok', reason: 'ok', detail: 'Its messages arrive.' }
}

function judgeBehindGateway(seen: SeenDevice, at: number): Judged {
  const silent_ms = at - (seen.health_at ?? seen.configured_at)
  if (silent_ms > HEALTH_SILENCE_MS)
    return {
      state: 'late',
      reason: 'gateway_silent' satisfies DeviceReason,
      detail: `Gateway ${seen.config.identity} says nothing; check that it runs and reaches this box.`,
    }
  if (seen.health === null) return { state: 'connecting', reason: 'waiting', detail: 'Waits for its gateway.' }
  const { state, reason, detail } = seen.health
  const expected = expectedWithin(seen.config)
  // Its age as the gateway measured it: between two words of the gateway samples go on unseen.
  const age = seen.health.last_sample_age_ms
  if (state === 'ok' && expected !== null && age !== null && age > expected) return late(expected)
  return { state, reason, detail }
}

function late(expected_ms: number): Judged {
  const detail = `No sample for more than ${Math.round(expected_ms / 1_000)} s; check its power and its line.`
  return { state: 'late', reason: 'no_sample' satisfies DeviceReason, detail }
}
