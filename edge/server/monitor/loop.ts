import { setImmediate as breathe, setTimeout as patience } from 'node:timers/promises'
import type { Reading } from '@flowviz/contract/reading'
import { timestampOf } from '@flowviz/contract/time'
import type { Logger } from 'pino'
import { upkeep } from '../domain/excursion-upkeep.ts'
import type { PlantReader, TelemetryReader, WatchedMonitor } from '../parts.ts'
import type { PlantWriter } from '../writer/command.ts'

const TICK_MS = 1_000
/** Readings that one command judges at most. */
const PAGE = 500
/** Numbers that one look passes over at most: a plant that was long away must not stop the doors. */
const SPAN = 20_000
/** So often the cursor is kept though nothing was to be judged, so that a restart has little to look through. */
const KEEP_MS = 60_000
/** The clock was set: the time between two ticks is no silence. */
const STEP_MS = 2_000
/** A plant that has months to judge again serves meanwhile. */
const START_MS = 20_000

export interface MonitorLoop {
  /** Judges what came while nobody did; to be awaited before anybody may move a lot. It never fails for a full disk. */
  start(): Promise<void>
  /** A reading was committed. */
  nudge(reading: Pick<Reading, 'device_id' | 'channel'>): void
  /** Ends after the command that is under way. */
  stop(): Promise<void>
}

interface LoopParts {
  plant: Pick<PlantWriter, 'submit'>
  reader: Pick<PlantReader, 'monitors' | 'judgedTo'>
  telemetry: Pick<TelemetryReader, 'ofChannels' | 'lastSeq'>
  /** ms since 1970 */
  now: () => number
  /** ms, never set back */
  monotonic: () => number
  logger: Logger
}

/** Hands the readings of monitored channels to the writer, in their order and each once, and looks for silence. */
export function monitorLoop(parts: LoopParts): MonitorLoop {
  const { logger, now, monotonic } = parts
  const look = looker(parts)
  let watched: ReadonlySet<string> = new Set()
  let work: Promise<void> | null = null
  let again = false
  let stopped = false
  let troubled = false
  let timer: NodeJS.Timeout | null = null
  let offset = now() - monotonic()

  const pass = async () => {
    try {
      let more = true
      while (more && !stopped) {
        more = await look.next()
        watched = look.channels()
        if (more) await breathe()
      }
      troubled = false
    } catch (err) {
      // Nothing is lost: the cursor stands still, and the next tick tries again.
      if (!troubled) logger.error({ err }, 'readings could not be judged; it is tried again every second')
      troubled = true
    }
  }
  const run = (): Promise<void> => {
    again = work !== null
    work ??= pass().finally(() => {
      work = null
      if (again && !stopped) void run()
    })
    return work
  }
  const tick = () => {
    const present = now() - monotonic()
    if (Math.abs(present - offset) > STEP_MS) look.listen()
    offset = present
    void run()
  }
  return {
    async start() {
      const late = new AbortController()
      await Promise.race([
        run(),
        patience(START_MS, undefined, { signal: late.signal, ref: false }).catch(() => undefined),
      ])
      late.abort()
      timer = setInterval(tick, TICK_MS)
    },
    nudge({ device_id, channel }) {
      if (watched.has(`${device_id}/${channel}`)) void run()
    },
    async stop() {
      stopped = true
      if (timer !== null) clearInterval(timer)
      await work
    },
  }
}

/** Goes through the readings page by page. */
function looker({ plant, reader, telemetry, now, monotonic }: LoopParts) {
  let listening_since = timestampOf(now())
  /** Number up to which there is nothing left to judge; null before the first look. */
  let at: number | null = null
  let keptAt_ms = monotonic()
  let channels: ReadonlySet<string> = new Set()

  const submit = async (readings: Reading[], upto_seq: number, live: boolean) => {
    await plant.submit('judge-readings', { readings, upto_seq, live, now: timestampOf(now()), listening_since })
    keptAt_ms = monotonic()
  }
  /**
   * Where judging goes on. Readings that a restore lost have numbers that are given again: then the cursor goes back to
   * where the readings end. Monitors without a cursor came back with a healed ledger: then everything is judged again.
   */
  const begin = async (last: number, monitors: WatchedMonitor[]): Promise<number> => {
    const cursor = reader.judgedTo()
    const from = Math.min(cursor ?? (monitors.length === 0 ? last : 0), last)
    if (from !== cursor) await submit([], from, false)
    return from
  }
  /** True when a command would change something, though no reading came. */
  const due = (monitors: WatchedMonitor[]) => {
    const moment = { now: timestampOf(now()), listening_since }
    return monitors.some(({ state, versions }) => upkeep(state, versions, moment).state !== state)
  }
  return {
    channels: () => channels,
    /** Silence counts from now on. */
    listen() {
      listening_since = timestampOf(now())
    },
    /** Judges the next page; true while there is more. */
    async next(): Promise<boolean> {
      // First the readings, then the monitors: a monitor that was approved before a reading came is among them.
      const last = telemetry.lastSeq()
      const monitors = reader.monitors()
      channels = new Set(
        monitors.flatMap(({ versions }) => versions.map(({ monitor }) => `${monitor.device_id}/${monitor.channel}`)),
      )
      at ??= await begin(last, monitors)
      const to = Math.min(last, at + SPAN)
      const range = { after: at, upto: to, limit: PAGE }
      const readings = channels.size === 0 || to <= at ? [] : telemetry.ofChannels([...channels], range)
      const full = readings.length === PAGE
      const upto = full ? readings.at(-1)!.seq : Math.max(at, to)
      const live = !full && to >= last
      const stale = upto > (reader.judgedTo() ?? 0) && monotonic() - keptAt_ms > KEEP_MS
      if (readings.length > 0 || (live && due(monitors)) || stale) await submit(readings, upto, live)
      at = upto
      return !live
    },
  }
}
