import { statfs } from 'node:fs/promises'
import type { Broker } from './broker/broker.ts'
import type { PlantReader, TelemetryReader } from './parts.ts'
import type { PlantWriter } from './writer/command.ts'

const ANSWER_MS = 2_000
const KEPT_MS = 1_000
const FREE_MB_MIN = 64
/** A session that nobody has: ending it goes the whole way of a command, through the worker and a transaction. */
const NO_SESSION = '00000000-0000-7000-8000-000000000000'

/** `silent`: a store does not answer at all, which only a restart cures. */
export interface Trouble {
  code: 'silent' | 'door_closed' | 'held' | 'store_failed' | 'disk_full'
  detail: string
}

/** What somebody has to see to, while the appliance works. */
export interface Warning {
  code: 'certificate_ended' | 'certificate_early' | 'certificate_ending' | 'certificate_refused'
  detail: string
}

/**
 * What keeps the appliance from taking work, as sentences for a person; asked at most once a second, whoever asks.
 * The watchdog rests on the same answer, so it never says that a box lives whose store does not.
 */
export function readiness(parts: {
  plant: PlantWriter
  reader: PlantReader
  telemetry: TelemetryReader
  broker: Pick<Broker, 'isListening'>
  held: () => number
  data_dir: string
  monotonic: () => number
}): () => Promise<Trouble[]> {
  const { plant, reader, telemetry, broker, held, data_dir, monotonic } = parts
  const checks: (() => Promise<Trouble | null> | Trouble | null)[] = [
    () => (broker.isListening() ? null : { code: 'door_closed', detail: 'The door for devices is closed.' }),
    () =>
      held() === 0 ? null : { code: 'held', detail: `${held()} device messages wait for a disk that cannot commit.` },
    () => within(ANSWER_MS, plant.submit('end-session', { session_id: NO_SESSION })),
    () => {
      reader.head()
      telemetry.lastSeq()
      return null
    },
    async () => {
      const { bavail, bsize } = await statfs(data_dir)
      const free = Math.round((bavail * bsize) / 1_048_576)
      return free < FREE_MB_MIN ? { code: 'disk_full', detail: `Only ${free} MB are free on the disk.` } : null
    },
  ]
  const ask = async () => {
    const found = await Promise.all(checks.map(async check => check()).map(check => check.catch(failed)))
    return found.filter(trouble => trouble !== null)
  }
  let kept: { at: number; answer: Promise<Trouble[]> } | null = null
  return () => {
    if (kept === null || monotonic() - kept.at > KEPT_MS) kept = { at: monotonic(), answer: ask() }
    return kept.answer
  }
}

const failed = (error: unknown): Trouble => ({
  code: 'store_failed',
  detail: `The store failed: ${error instanceof Error ? error.message : 'unknown'}`,
})

async function within(ms: number, work: Promise<unknown>): Promise<Trouble | null> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<Trouble>(resolve => {
    const detail = `The writer of plant.db did not answer in ${ms / 1_000} s.`
    timer = setTimeout(() => resolve({ code: 'silent', detail }), ms)
  })
  const answer = await Promise.race([work.then(() => null, failed), late])
  clearTimeout(timer)
  return answer
}
