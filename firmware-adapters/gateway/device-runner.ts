import type { DeviceConfig } from '@flowviz/contract/device'
import { codeOf, FlowError } from '@flowviz/contract/error'
import type { DeviceAction } from '@flowviz/contract/health'
import type { Measurement } from '@flowviz/contract/measurement'
import { Plausibility } from '@flowviz/contract/plausible'
import type { BadReason, Reason } from '@flowviz/contract/quality'
import type { Logger } from 'pino'
import type { AnyDriver, Defaults, Links, Outcome, Pace, Task } from '../driver.ts'
import type { Measured } from '../payload/listener.ts'
import { pathReturns } from '../transport/open/path-watch.ts'
import { Backoff, OWN_LINE_MS, silentRest_ms } from './backoff.ts'
import { DeviceStatus } from './device-status.ts'
import type { LinkOpener, OpenLink } from './link.ts'
import { openDevice } from './open-device.ts'
import type { Publisher } from './publisher.ts'
import { Reporter } from './report.ts'
import { counted } from './traffic.ts'

/** What all devices of a gateway share. */
export interface Surroundings {
  opener: LinkOpener
  publisher: Publisher
  pace: Pace
  /** Milliseconds since 1970: when something was measured. */
  now: () => number
  /** Milliseconds that never jump: how old something is. */
  monotonic: () => number
  random: () => number
  log: Logger
  /** The state of a device has changed. */
  changed(device_id: string): void
}

const BAD_REASON: Readonly<Record<string, BadReason>> = {
  comm_timeout: 'comm_timeout',
  config_invalid: 'config_error',
  credentials_wrong: 'config_error',
}

/** Three polls; a poll of 50 ms must not call every breath of the scheduler a fault. */
const expectedAfter = (poll_ms: number | null) => (poll_ms === null ? null : Math.max(3 * poll_ms, 750))

/** A driver that settles, or asks who is there, may be quiet for a while. */
const STALL_LEAST_MS = 10_000

/** Reasons of values that say how it was, and not how it is. */
const PAST: ReadonlySet<Reason> = new Set<Reason>(['historical', 'retained'])

type Connected = { driver: AnyDriver; transport: Links[keyof Links]; signal: AbortSignal }

/**
 * Keeps one device going: opens it, measures, and after any failure waits and opens it again. Whatever its driver
 * throws stays here; no other device notices.
 */
export class DeviceRunner {
  readonly config: DeviceConfig
  readonly status: DeviceStatus
  readonly #driver: AnyDriver
  readonly #around: Surroundings
  readonly #task: Task<never>
  readonly #defaults: Defaults
  readonly #plausibility: Plausibility
  readonly #reporter: Reporter
  readonly #backoff: Backoff
  readonly #stopping = new AbortController()
  readonly #log: Logger
  #connected: Connected | null = null
  #acting = 0
  #outage = false
  #said = ''
  #running: Promise<void> = Promise.resolve()

  constructor(config: DeviceConfig, driver: AnyDriver, around: Surroundings) {
    this.config = config
    this.#driver = driver
    this.#around = around
    this.#log = around.log.child({ device: config.id })
    // Validated against the driver's own schema when the file was read.
    const settings = (config.settings ?? {}) as never
    this.#defaults = driver.defaultsOf?.(settings) ?? driver.defaults
    const poll_ms = config.poll_ms ?? this.#defaults.poll_ms
    const expected_ms = config.expected_s === undefined ? expectedAfter(poll_ms) : config.expected_s * 1_000
    this.status = new DeviceStatus({
      device_id: config.id,
      expected_ms,
      poll_ms,
      monotonic: around.monotonic,
      changed: () => around.changed(config.id),
    })
    this.#task = {
      settings,
      channels: config.channels,
      poll_ms: poll_ms ?? 1_000,
      timeout_ms: config.timeout_ms ?? this.#defaults.timeout_ms,
      pace: around.pace,
      notice: notice => {
        this.status.notice(notice)
        if ('detail' in notice) this.#log.info({ detail: notice.detail }, notice.kind)
      },
    }
    this.#plausibility = new Plausibility(config.channels)
    this.#reporter = new Reporter(config.channels, around.monotonic)
    const { kind } = config.transport
    this.#backoff = new Backoff(around.random, kind === 'serial' || kind === 'tcp' ? OWN_LINE_MS : undefined)
  }

  start(): void {
    this.#running = this.#superviseForever()
  }

  /** Stops measuring and closes the device; takes as long as its transport needs to close. */
  async stop(): Promise<void> {
    this.#stopping.abort()
    await this.#running
    this.status.stopped()
  }

  /** A message of this channel was lost: say the next value again. */
  forget(channel: string): void {
    this.status.counters.dropped += 1
    this.#reporter.forget(channel)
  }

  /** Does what a command asks. Never rejects; whether it may be done is decided here. */
  async act(action: DeviceAction): Promise<Outcome> {
    if (action !== 'stable_weight' && this.config.writes_allowed !== true)
      return { outcome: 'refused', reason: 'writes_not_allowed', detail: 'This device may only be read.' }
    if (this.#connected === null)
      return { outcome: 'failed', reason: 'comm_lost', detail: 'The device is not connected.' }
    const method = { stable_weight: 'stableWeight', tare: 'tare', clear_tare: 'clearTare', zero: 'zero' } as const
    const { driver, transport, signal } = this.#connected
    const ability = driver[method[action]]
    if (ability === undefined)
      return { outcome: 'refused', reason: 'not_supported', detail: `${driver.id} cannot do that.` }
    this.#acting += 1
    try {
      const outcome = await (ability as (...given: unknown[]) => Promise<Outcome>)(transport, this.#task, signal)
      // The caller will look at the reading: it is answered only when the appliance has it.
      const measured = this.#plausible(outcome.measurements ?? [])
      await Promise.all(measured.map(measurement => this.#send(measurement, this.#around.now())))
      return outcome
    } catch (error) {
      return { outcome: 'failed', reason: codeOf(error), detail: messageOf(error).slice(0, 300) }
    } finally {
      this.#acting -= 1
    }
  }

  async #superviseForever(): Promise<void> {
    const { signal } = this.#stopping
    while (!signal.aborted) {
      const failure = await this.#runOnce().catch((error: unknown) => error)
      if (signal.aborted) return
      await this.#afterFailure(failure)
    }
  }

  /** Opens the device and measures until it fails; always rejects, with the failure. */
  async #runOnce(): Promise<never> {
    const { config, status } = this
    const device = { config, driver: this.#driver, task: this.#task, defaults: this.#defaults }
    const opened = await openDevice(this.#around.opener, device)
    const link = { ...opened, transport: counted(opened.transport, status.traffic) }
    const over = new AbortController()
    const signal = AbortSignal.any([this.#stopping.signal, over.signal])
    const lost = link.closed.then(({ code, detail }): never => {
      throw new FlowError(code === 'comm_timeout' ? code : 'comm_lost', detail)
    })
    // Closing must end a driver that waits for bytes.
    const close = () => void link.close()
    signal.addEventListener('abort', close, { once: true })
    this.#connected = { driver: this.#driver, transport: link.transport, signal }
    status.opened(this.#defaults.poll_ms === null)
    try {
      await Promise.race([lost, this.#consume(link, signal), this.#watch(signal)])
      throw new FlowError('comm_lost', 'The device said no more.')
    } finally {
      this.#connected = null
      over.abort()
      await link.close()
    }
  }

  /**
   * Fails when nothing has moved on the line of a polled device for three intervals: its driver hangs, and no time-out
   * of its own is left to end that. Units of a bus are watched by their bus.
   */
  async #watch(signal: AbortSignal): Promise<never> {
    const { pace, monotonic } = this.#around
    const { traffic, counters } = this.status
    const { poll_ms, timeout_ms } = this.#task
    const polled = this.#driver.link === 'bytes' && this.#defaults.poll_ms !== null
    const stall_ms = Math.max(3 * poll_ms, 3 * timeout_ms, STALL_LEAST_MS)
    traffic.moved_at = monotonic()
    while (!signal.aborted) {
      await pace.wait(stall_ms / 4, signal)
      // A command may wait long for a weight to come to rest.
      if (!polled || this.#acting > 0 || monotonic() - traffic.moved_at <= stall_ms) continue
      counters.stalls += 1
      throw new FlowError('comm_timeout', `Nothing was asked or heard for ${stall_ms} ms.`)
    }
    throw new FlowError('comm_lost', 'The device was closed.')
  }

  async #consume({ transport, phase = 0 }: OpenLink, signal: AbortSignal): Promise<void> {
    // devices.yaml was checked: the driver gets the kind of transport that it names.
    const measured = this.#driver.measure(transport as never, { ...this.#task, phase }, signal)
    for await (const measurements of measured) {
      if (signal.aborted) return
      this.#outage = false
      this.#backoff.reset()
      const sent = this.#take(measurements)
      // A foreign broker may forget a message once it is accepted; a polled device is simply read again.
      if (this.#driver.link === 'topic') await sent
    }
  }

  /** What can be, what is doubtful and what cannot be; before anything is held back, so that a change of it is told. */
  #plausible(measured: readonly Measured[]): Measured[] {
    const { now, monotonic } = this.#around
    const [here, wall] = [monotonic(), now()]
    return measured.map(one => this.#plausibility.judge(one, here - (wall - (one.at_ms ?? wall))))
  }

  async #take(measured: Measured[]): Promise<void> {
    const at = this.#around.now()
    const measurements = this.#plausible(measured)
    // A value out of the past, or the word that the device is gone, is no sign of life.
    const alive = measurements.some(({ reason }) => !PAST.has(reason) && reason !== 'comm_lost')
    if (alive) this.status.sampled()
    else if (measurements.some(({ reason }) => reason === 'comm_lost')) this.status.lost()
    const worth = measurements.filter(one => PAST.has(one.reason) || this.#reporter.worth(one))
    this.status.counters.suppressed += measurements.length - worth.length
    if (alive) this.#confirm(this.#around.monotonic())
    const say = ({ at_ms = at, ...measurement }: Measured) =>
      alive ? this.#send(measurement, at_ms) : this.#publish(measurement, at_ms)
    await Promise.all(worth.map(say))
  }

  async #send(measurement: Measurement, at: number): Promise<void> {
    const taken = this.#around.monotonic()
    if (await this.#publish(measurement, at)) this.#confirm(taken)
  }

  async #publish(measurement: Measurement, at: number): Promise<boolean> {
    const delivered = await this.#around.publisher.send(this.config.id, at, measurement)
    if (delivered) this.status.counters.published += 1
    return delivered
  }

  #confirm(at: number): void {
    if (this.#around.publisher.settled(this.config.id)) this.status.confirmed(at)
  }

  async #afterFailure(failure: unknown): Promise<void> {
    const code = codeOf(failure)
    const detail = failure instanceof FlowError ? `${failure.message} ${failure.hint}` : messageOf(failure)
    if (code === 'internal') {
      this.status.counters.driver_crashes += 1
      this.#log.error({ err: failure }, 'driver crashed')
    }
    const reason = code === 'internal' ? 'driver_crashed' : code
    this.status.failed(reason, detail)
    if (!this.#outage) this.#tellOutage(BAD_REASON[code] ?? 'comm_lost')
    // A line that is gone costs nobody anything; a silent unit on a line costs its neighbours a time-out each time.
    const shared = code === 'comm_timeout' && this.#driver.link === 'registers'
    const wait_ms = this.#backoff.next(shared ? silentRest_ms(this.#task.timeout_ms) : 0)
    // A scale that is switched off over the night must not fill the disk with what was said already.
    const level = this.#outage && this.#said === reason ? 'debug' : 'warn'
    this.#said = reason
    this.#log[level]({ reason, detail, wait_ms }, 'device failed')
    this.#outage = true
    await this.#pause(wait_ms, code)
  }

  /** One bad measurement for each channel and outage: from here on there is no value, and this is why. */
  #tellOutage(reason: BadReason): void {
    for (const { name, unit } of this.config.channels) {
      const measurement: Measurement = { channel: name, value: null, unit, quality: 'bad', reason }
      // Not confirmed as a sample: the device gave none.
      if (this.#reporter.worth(measurement)) void this.#publish(measurement, this.#around.now())
    }
  }

  /** Waits; a line that is plugged in again ends the wait at once. */
  async #pause(ms: number, code: string): Promise<void> {
    const { pace } = this.#around
    const over = new AbortController()
    const signal = AbortSignal.any([this.#stopping.signal, over.signal])
    const waits = [pace.wait(ms, signal)]
    const at = this.config.transport
    if ('path' in at && (code === 'port_missing' || code === 'comm_lost'))
      waits.push(pathReturns(at.path, code === 'port_missing', signal).then(() => this.#backoff.reset()))
    await Promise.race(waits)
    over.abort()
  }
}

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error))
