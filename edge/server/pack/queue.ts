import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { codeOf, FlowError } from '@flowviz/contract/error'
import type { EventData } from '@flowviz/contract/event'
import type { Actor } from '@flowviz/contract/identity'
import { PACK_KEPT_DAYS, type PackFormat } from '@flowviz/contract/pack'
import { timestampOf } from '@flowviz/contract/time'
import type { Logger } from 'pino'
import type { PlantReader } from '../parts.ts'
import type { StoredRecord } from '../store/record-store.ts'
import type { PlantWriter } from '../writer/command.ts'
import { fileOf, type PackJob, type PackScope } from './job.ts'
import { type Running, runJob } from './run-job.ts'
import { sweep } from './sweep.ts'

export interface PackQueueParts {
  plant: Pick<PlantWriter, 'submit'>
  reader: PlantReader
  data_dir: string
  site_name: string
  /** The box: who makes packs. */
  actor: Actor
  /** ms since 1970 */
  now: () => number
  newId: () => string
  logger: Pick<Logger, 'warn'>
  every_ms?: number
}

export interface PackQueue {
  /** Writes down that a pack is wanted, and queues it. @throws FlowError packs_busy, and what the writer refuses with */
  request(of: PackScope, asked: { actor: Actor; format: PackFormat }): Promise<string>
  /** How far a pack is that is being made; null when it is not. */
  progress(pack_id: string): { done: number | null; of: number | null } | null
  /** Takes back a pack that is not made yet, in the name of who wants it no more; one that has ended stays as it is. */
  cancel(pack_id: string, actor: Actor): Promise<void>
  /** Where the file of a pack stands. @throws FlowError pack_not_made, pack_cancelled, pack_gone, or why it could not be made */
  file(record: StoredRecord): string
  /** Ends the pack that is being made; it is begun again at the next start. */
  stop(): Promise<void>
}

const WAITING_MAX = 20
const EVERY_MS = 3_600_000
const DAY_MS = 86_400_000
const PAGE = 200

export type PackBody = EventData<'pack.requested'> &
  Partial<EventData<'pack.made'>> & {
    requested_at: string
    requested_by: string
    problem?: { code: string; text: string }
  }
export const bodyOf = (record: StoredRecord): PackBody => record.body as unknown as PackBody

/** Makes packs one after the other. What was REQUESTED and not made before a restart is made after it. */
export function openPackQueue(parts: PackQueueParts): PackQueue {
  const { reader, data_dir, now } = parts
  const folder = join(data_dir, 'packs')
  const waiting: string[] = []
  const cancelled = new Map<string, Actor>()
  let running: { pack_id: string; job: Running | null; done: number | null; of: number | null } | null = null
  let ended: Promise<void> = Promise.resolve()
  let working: Promise<void> = Promise.resolve()
  let stopped = false

  const keeps = (name: string) => {
    const record = reader.record('pack', name.split('.')[0]!)
    return record?.state === 'MADE' && fileOf(bodyOf(record)) === name && !isPast(record, now())
  }

  async function work(): Promise<void> {
    for (let id = waiting.shift(); id !== undefined && !stopped; id = waiting.shift()) {
      running = { pack_id: id, job: null, done: null, of: null }
      ended = make(id).catch((error: unknown) => (stopped ? undefined : fail(id, error)))
      await ended
      running = null
    }
  }

  async function make(pack_id: string): Promise<void> {
    const record = reader.record('pack', pack_id)
    if (record?.state !== 'REQUESTED') return
    const { size: upto } = await parts.plant.submit('sign-checkpoint', { cause: 'time' })
    if (cancelled.has(pack_id)) throw new FlowError('pack_cancelled')
    const current = running!
    current.job = runJob(jobOf(bodyOf(record), { ...parts, folder, upto }), (done, of) => {
      Object.assign(current, { done, of })
    })
    const made = await current.job.made
    const expires_at = timestampOf(now() + PACK_KEPT_DAYS * DAY_MS)
    await tell(parts, { type: 'pack.made', data: { pack_id, ...made, expires_at } })
  }

  async function fail(pack_id: string, error: unknown): Promise<void> {
    const by = cancelled.get(pack_id) ?? null
    await tellFailure(parts, { pack_id, error, by })
    cancelled.delete(pack_id)
  }

  function start(): void {
    working = working.then(work)
  }

  for (const record of requested(reader)) waiting.push(record.id)
  sweep(folder, keeps)
  start()
  const timer = setInterval(() => {
    if (running === null) sweep(folder, keeps)
  }, parts.every_ms ?? EVERY_MS)
  timer.unref()

  return {
    async request(of, { actor, format }) {
      if (waiting.length >= WAITING_MAX) throw new FlowError('packs_busy', undefined, { extra: { retry_after_s: 60 } })
      const pack_id = parts.newId()
      await tellRequest(parts, { pack_id, of, actor, format })
      waiting.push(pack_id)
      start()
      return pack_id
    },
    async cancel(pack_id, actor) {
      if (reader.record('pack', pack_id)?.state !== 'REQUESTED') return
      cancelled.set(pack_id, actor)
      const at = waiting.indexOf(pack_id)
      if (at >= 0) {
        waiting.splice(at, 1)
        await fail(pack_id, null)
      } else if (running?.pack_id === pack_id) {
        await running.job?.stop()
        await ended
      }
    },
    progress: pack_id => (running?.pack_id === pack_id ? { done: running.done, of: running.of } : null),
    file(record) {
      if (record.state !== 'MADE') throw notMade(bodyOf(record))
      const path = join(folder, fileOf(bodyOf(record)))
      if (isPast(record, now()) || !existsSync(path)) throw new FlowError('pack_gone')
      return path
    },
    async stop() {
      stopped = true
      clearInterval(timer)
      await running?.job?.stop()
      await working
    },
  }
}

/** The file of a pack is not kept any more. */
export const isPast = (record: StoredRecord, now: number): boolean =>
  (bodyOf(record).expires_at ?? '') <= timestampOf(now)

function notMade({ problem, pack_id }: PackBody): FlowError {
  if (problem === undefined) return new FlowError('pack_not_made', `Pack ${pack_id} is not made yet.`)
  const known = (['pack_too_large', 'pack_cancelled'] as const).find(code => code === problem.code)
  return new FlowError(known ?? 'internal', problem.text)
}

/** Packs that are still to be made, the oldest first. */
function requested(reader: PlantReader): StoredRecord[] {
  return reader.records({ kind: 'pack', state: 'REQUESTED', limit: PAGE }).reverse()
}

function jobOf(
  body: PackBody,
  { reader, data_dir, site_name, folder, upto }: PackQueueParts & { folder: string; upto: number },
): PackJob {
  const { pack_id, lot_id, run_id, from, to, format, requested_at, requested_by } = body
  const person = reader.people().find(({ id }) => id === requested_by)
  return {
    plant: join(data_dir, 'plant.db'),
    folder,
    pack_id,
    of: lot_id !== null ? { lot_id } : run_id !== null ? { run_id } : { from: from!, to: to! },
    format,
    site_name,
    requested_at,
    requested_by: person === undefined ? requested_by : `${person.display_name} (${person.role})`,
    upto,
  }
}

interface Asked {
  pack_id: string
  of: PackScope
  actor: Actor
  format: PackFormat
}

async function tellRequest({ plant }: Pick<PackQueueParts, 'plant'>, { pack_id, of, actor, format }: Asked) {
  const data = { pack_id, lot_id: null, run_id: null, from: null, to: null, ...of, format }
  await plant.submit('record', { type: 'pack.requested', actor, subject: `pack:${pack_id}`, data, occurred_at: null })
}

/** @param by who took it back; null: it could not be made. */
async function tellFailure(
  { plant, actor, logger }: PackQueueParts,
  { pack_id, error, by }: { pack_id: string; error: unknown; by: Actor | null },
): Promise<void> {
  const why = by === null ? error : new FlowError('pack_cancelled')
  if (by === null) logger.warn({ err: error, pack_id }, 'a pack could not be made')
  const data = { pack_id, code: codeOf(why), text: String((why as Error).message).slice(0, 500) }
  // What cannot be written down now is tried again after the next start.
  await tell({ plant, actor: by ?? actor }, { type: 'pack.failed', data }).catch(() => undefined)
}

type Fact =
  | { type: 'pack.made'; data: EventData<'pack.made'> }
  | { type: 'pack.failed'; data: EventData<'pack.failed'> }

/** What became of a pack, into the ledger. */
async function tell({ plant, actor }: Pick<PackQueueParts, 'plant' | 'actor'>, fact: Fact): Promise<void> {
  await plant.submit('record', { ...fact, actor, subject: `pack:${fact.data.pack_id}`, occurred_at: null })
}
