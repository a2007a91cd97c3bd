import type { Channel } from '@flowviz/contract/device'
import { codeOf, FlowError } from '@flowviz/contract/error'
import type { Measurement } from '@flowviz/contract/measurement'
import { Compile } from 'typebox/compile'
import type { AnyDriver, Notice, Pace } from '../driver.ts'
import { settingsProblems } from '../plant/settings.ts'
import { ModbusBus } from '../transport/open/modbus.ts'
import type { Capture } from './capture-file.ts'
import { driverOf, measureBy } from './measure.ts'
import { playedLine } from './played-line.ts'

export interface ReplayOptions {
  capture: Capture
  pace: Pace
  /** What the head of the capture does not say, or says otherwise. */
  driver?: string | undefined
  settings?: object | undefined
  channels?: Channel[] | undefined
  unit_id?: number | undefined
}

export interface Replayed {
  driver: string
  readings: Measurement[]
  /** What the driver has noticed, by its kind, and how often. */
  noticed: Record<string, number>
  /** Questions of the driver that the capture has no answer to, in hex. */
  unexpected: string[]
  /** Why the driver gave up before the end; null when it did not. */
  failed: string | null
}

/** Quick, and the same whatever the machine does meanwhile: the capture waits for the driver and not for a clock. */
const POLL_MS = 1
const TIMEOUT_MS = 300

/**
 * Runs a driver over a capture.
 * @throws FlowError config_invalid (driver, settings or channels), device_unreplayable (a sensor over MQTT)
 */
export async function replay(options: ReplayOptions): Promise<Replayed> {
  const { capture, pace } = options
  const { head, records } = capture
  const id = options.driver ?? head.driver
  if (id === undefined)
    throw new FlowError('config_invalid', 'The capture does not say its driver: give it with --driver.')
  const driver = driverOf(id)
  const device = fitted(driver, options.settings ?? head.settings ?? {}, options.channels ?? head.channels ?? CHANNELS)
  const line = playedLine(records, pace)
  const over = new AbortController()
  void line.ended.then(() => over.abort())
  const { transport, close } = linked(driver, { line, unit_id: options.unit_id ?? head.unit_id ?? 1, head })
  const readings: Measurement[] = []
  const noticed: Record<string, number> = {}
  let failed: string | null = null
  const given = { device: { driver: id, ...device }, transport, pace, poll_ms: POLL_MS, timeout_ms: TIMEOUT_MS }
  try {
    await Promise.race([
      line.ended,
      measureBy({
        ...given,
        signal: over.signal,
        take: round => readings.push(...round),
        notice: notice => count(noticed, notice),
      }),
    ])
  } catch (error) {
    if (!over.signal.aborted) failed = codeOf(error)
  } finally {
    over.abort()
    await close()
  }
  return { driver: id, readings, noticed, unexpected: line.unexpected, failed }
}

const CHANNELS: Channel[] = [{ name: 'weight', unit: 'kg' }]

/** Settings with the defaults of the driver, and channels as it knows them. @throws FlowError config_invalid */
function fitted(
  driver: AnyDriver,
  given: object,
  channels: Channel[],
): { settings: Record<string, unknown>; channels: Channel[] } {
  const validator = Compile(driver.settings)
  // Nothing arrives before the driver listens.
  const settings = validator.Default({ ...given }) as Record<string, unknown>
  const problems = validator.Check(settings) ? [] : settingsProblems(driver.settings, validator.Errors(settings), '')
  const fitting = problems.length === 0 ? driver.fit?.(settings as never, channels) : undefined
  const all = [...problems, ...(fitting?.problems ?? [])]
  if (all.length > 0)
    throw new FlowError('config_invalid', all.map(({ path, message }) => `${path}: ${message}`).join('\n'))
  const read = (fitting?.settings ?? settings) as Record<string, unknown>
  const quiet = 'settle_ms' in read ? { ...read, settle_ms: 0 } : read
  return { settings: quiet, channels: fitting?.channels ?? channels }
}

function linked(
  { link }: AnyDriver,
  { line, unit_id, head }: { line: ReturnType<typeof playedLine>; unit_id: number; head: Capture['head'] },
) {
  if (link === 'topic') throw new FlowError('device_unreplayable')
  if (link === 'bytes') return { transport: line, close: () => line.close() }
  const framing = head.transport?.kind === 'modbus-tcp' ? 'mbap' : 'rtu'
  const bus = new ModbusBus({ open: async () => line, framing, gap_ms: 0 })
  return { transport: bus.unit(unit_id, TIMEOUT_MS), close: () => bus.close() }
}

function count(noticed: Record<string, number>, notice: Notice): void {
  const times = 'count' in notice ? notice.count : 1
  noticed[notice.kind] = (noticed[notice.kind] ?? 0) + times
}

/** Where two runs over a capture differ first; null when they are the same. */
export function differenceOf(found: readonly Measurement[], expected: readonly Measurement[]): string | null {
  const text = (one: Measurement | undefined) => (one === undefined ? 'nothing' : JSON.stringify(sorted(one)))
  const at = Array.from({ length: Math.max(found.length, expected.length) }, (_, index) => index).find(
    index => text(found[index]) !== text(expected[index]),
  )
  return at === undefined ? null : `reading ${at + 1}: expected ${text(expected[at])}, found ${text(found[at])}`
}

/** With its fields in one order, however they were written. */
function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([name, inner]) => [name, sorted(inner)]),
  )
}
