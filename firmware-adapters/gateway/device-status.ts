import type { DeviceCounters, DeviceState, HealthMessage } from '@flowviz/contract/health'
import type { Notice } from '../driver.ts'
import { Traffic } from './traffic.ts'

export interface DeviceStatusOptions {
  device_id: string
  /** Without a sample for longer than this the device is late; null: nothing is expected of it. */
  expected_ms: number | null
  /** How often it is asked; null or left out: it speaks by itself. */
  poll_ms?: number | null
  monotonic: () => number
  changed(): void
}

const INTERVALS = 16
const COUNTER_OF = {
  checksum: 'checksum_errors',
  timeout: 'timeouts',
  late: 'late_replies',
  exception: 'exceptions',
  skipped: 'skipped',
} as const

/** How one device is, as the gateway sees it. */
export class DeviceStatus {
  readonly counters: Required<DeviceCounters> = {
    samples: 0,
    published: 0,
    suppressed: 0,
    dropped: 0,
    noise_bytes: 0,
    checksum_errors: 0,
    timeouts: 0,
    late_replies: 0,
    exceptions: 0,
    reconnects: 0,
    driver_crashes: 0,
    requests: 0,
    skipped: 0,
    stalls: 0,
  }
  readonly traffic: Traffic
  readonly #options: DeviceStatusOptions
  #fault: { reason: string; detail: string } | null = null
  #stopped = false
  #note = ''
  #samples: number[] = []
  #confirmedAt: number | null = null
  #shown = ''

  constructor(options: DeviceStatusOptions) {
    this.#options = options
    this.traffic = new Traffic(options.monotonic)
  }

  /** The link is open. A device that is polled is well only when it has answered. */
  opened(speaksByItself: boolean): void {
    if (speaksByItself) this.#fault = null
    this.#samples = []
    this.#tell()
  }

  /** The device has just given a measurement, good or bad: it is there. */
  sampled(): void {
    this.counters.samples += 1
    this.#fault = null
    this.#samples = [...this.#samples.slice(1 - INTERVALS), this.#options.monotonic()]
    this.#tell()
  }

  /**
   * The appliance holds what the device says: its latest reading stands, as of `at`. While a measurement is still on
   * its way this is not called, or an older reading would pass for a fresh one.
   */
  confirmed(at: number): void {
    this.#confirmedAt = at
  }

  /** The device, or its own gateway, has said that it is gone; the connection to its broker stands. */
  lost(): void {
    this.#fault = { reason: 'comm_lost', detail: 'Its broker or its gateway says that it is gone.' }
    this.#tell()
  }

  failed(reason: string, detail: string): void {
    this.#fault = { reason: reason.slice(0, 60), detail: detail.slice(0, 300) }
    this.counters.reconnects += 1
    this.#tell()
  }

  stopped(): void {
    this.#stopped = true
    this.#tell()
  }

  notice(notice: Notice): void {
    if (notice.kind === 'noise') this.counters.noise_bytes += notice.bytes
    else if ('count' in notice) this.counters[COUNTER_OF[notice.kind]] += notice.count
    else this.#note = notice.detail
  }

  /** Tells of a device that has become late since the last look. */
  look(): void {
    this.#tell()
  }

  /**
   * The present state as a message.
   * @param bus_busy_percent how full its bus is; null when it is on none
   */
  message(bus_busy_percent: number | null = null): HealthMessage {
    const { state, reason, detail } = this.#view()
    const now = this.#options.monotonic()
    return {
      v: 1,
      device_id: this.#options.device_id,
      state,
      reason,
      detail: detail.slice(0, 300),
      last_sample_age_ms: this.#confirmedAt === null ? null : Math.max(0, Math.round(now - this.#confirmedAt)),
      achieved_interval_ms: this.#interval(),
      counters: { ...this.counters, requests: this.traffic.requests },
      figures: {
        configured_interval_ms: this.#options.poll_ms ?? null,
        rtt_p50_ms: this.traffic.rtt(0.5),
        rtt_p95_ms: this.traffic.rtt(0.95),
        bus_busy_percent,
      },
    }
  }

  #interval(): number | null {
    const [first] = this.#samples
    if (first === undefined || this.#samples.length < 2) return null
    return Math.round((this.#samples.at(-1)! - first) / (this.#samples.length - 1))
  }

  #view(): { state: DeviceState; reason: string; detail: string } {
    if (this.#stopped) return { state: 'stopped', reason: 'stopped', detail: 'Switched off in the configuration.' }
    if (this.#fault !== null) return { state: 'faulted', ...this.#fault }
    const { expected_ms, monotonic } = this.#options
    const last = this.#samples.at(-1)
    if (expected_ms === null) return { state: 'not_monitored', reason: 'ok', detail: this.#note }
    if (last === undefined)
      return { state: 'connecting', reason: 'connecting', detail: 'Waiting for the first answer.' }
    if (monotonic() - last <= expected_ms) return { state: 'ok', reason: 'ok', detail: this.#note }
    return { state: 'late', reason: 'late', detail: `No sample for longer than the expected ${expected_ms} ms.` }
  }

  #tell(): void {
    const { state, reason } = this.#view()
    const shown = `${state} ${reason}`
    if (shown === this.#shown) return
    this.#shown = shown
    this.#options.changed()
  }
}
