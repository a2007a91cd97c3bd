import type { DeviceConfig, TransportConfig } from '@flowviz/contract/device'
import { codeOf } from '@flowviz/contract/error'
import type { Pace } from '../driver.ts'
import type { ByteTransport } from '../transport/byte.ts'
import { type Clocks, openBytes, openDevice } from './bench.ts'
import type { Capture, CaptureHead, CaptureRecord } from './capture-file.ts'
import { measureBy } from './measure.ts'
import { redact } from './redact.ts'

export interface CaptureOptions {
  pace: Pace
  clocks: Clocks
  /** Ends by itself after this long. */
  for_ms: number
  /** Ends when so many bytes went over the line. */
  bytes_max: number
  redacted: boolean
  signal: AbortSignal
}

export interface Captured extends Capture {
  bytes: number
  /** The limit of bytes was reached, and the rest is missing. */
  full: boolean
  /** Why the device was lost before the time was over; null when it was not. */
  failed: string | null
}

/** Writes down what a device and its driver say to each other. @throws FlowError as `openDevice` */
export async function captureDevice(device: DeviceConfig, options: CaptureOptions): Promise<Captured> {
  const recorder = new Recorder(options)
  const { transport, close } = await openDevice(device, line => recorder.through(line))
  let failed: string | null = null
  const { pace, clocks } = options
  const measured = measureBy({
    device,
    transport,
    pace,
    poll_ms: device.poll_ms,
    timeout_ms: device.timeout_ms,
    signal: recorder.over,
    take: () => undefined,
    notice: () => undefined,
  }).catch((error: unknown) => {
    if (!recorder.over.aborted) failed = codeOf(error)
  })
  try {
    await Promise.race([pace.wait(options.for_ms, recorder.over), measured])
  } finally {
    recorder.stop()
    await close()
    await measured
  }
  const { driver, settings, channels, transport: at } = device
  const unit = 'unit_id' in at ? { unit_id: at.unit_id } : {}
  const said = { driver, ...(settings === undefined ? {} : { settings }), channels, ...unit }
  return { ...recorder.captured({ started_at: isoOf(clocks), transport: at, ...said }), failed }
}

/** Writes down what is said on a line, and says nothing. @throws FlowError port_missing, port_denied, port_taken, comm_lost */
export async function captureLine(
  at: Extract<TransportConfig, { kind: 'serial' | 'tcp' }>,
  options: CaptureOptions,
): Promise<Captured> {
  const recorder = new Recorder(options)
  const line = recorder.through(await openBytes(at))
  const reading = (async () => {
    for await (const _ of line.read()) if (recorder.over.aborted) return
  })()
  await Promise.race([options.pace.wait(options.for_ms, recorder.over), reading])
  const lost = !recorder.over.aborted && (await Promise.race([line.closed, options.pace.wait(0).then(() => null)]))
  recorder.stop()
  await line.close()
  await reading
  const failed = lost === false || lost === null || lost === undefined ? null : lost.code
  return { ...recorder.captured({ started_at: isoOf(options.clocks), transport: at }), failed }
}

const isoOf = ({ now }: Clocks): string => new Date(now()).toISOString()

/** Keeps what went over a line, up to its limit. */
class Recorder {
  readonly #options: CaptureOptions
  readonly #full = new AbortController()
  readonly #started: number
  readonly over: AbortSignal
  readonly #records: CaptureRecord[] = []
  #bytes = 0
  #filled = false

  constructor(options: CaptureOptions) {
    this.#options = options
    this.#started = options.clocks.monotonic()
    this.over = AbortSignal.any([options.signal, this.#full.signal])
  }

  /** The same line, with every byte written down. */
  through(line: ByteTransport): ByteTransport {
    const keep = (dir: 'rx' | 'tx', bytes: Uint8Array) => this.#keep(dir, bytes)
    async function* read() {
      for await (const chunk of line.read()) {
        keep('rx', chunk)
        yield chunk
      }
    }
    return {
      read,
      write: bytes => {
        keep('tx', bytes)
        return line.write(bytes)
      },
      flush: () => line.flush(),
      close: () => line.close(),
      closed: line.closed,
    }
  }

  stop(): void {
    this.#full.abort()
  }

  captured(head: Omit<CaptureHead, 'capture' | 'redacted'>): Omit<Captured, 'failed'> {
    const whole: Capture = { head: { capture: 1, redacted: false, ...head }, records: this.#records }
    return { ...(this.#options.redacted ? redact(whole) : whole), bytes: this.#bytes, full: this.#filled }
  }

  #keep(dir: 'rx' | 'tx', bytes: Uint8Array): void {
    if (this.over.aborted || bytes.length === 0) return
    if (this.#bytes + bytes.length > this.#options.bytes_max) {
      this.#filled = true
      this.#full.abort()
      return
    }
    this.#bytes += bytes.length
    const at_ms = Math.round((this.#options.clocks.monotonic() - this.#started) * 1_000) / 1_000
    this.#records.push({ at_ms, dir, hex: Buffer.from(bytes).toString('hex') })
  }
}
