import { mkdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { TraceFilter } from '@flowviz/contract/event/fsma'
import type { TraceRequest } from '@flowviz/contract/fsma'
import type { Actor } from '@flowviz/contract/identity'
import { timestampOf } from '@flowviz/contract/time'
import type { Logger } from 'pino'
import type { PlantReader } from '../parts.ts'
import { type StopFlag, stopFlag } from '../read/stop-flag.ts'
import { requestView, type TraceProgress } from '../store/fsma-record.ts'
import type { PlantWriter } from '../writer/command.ts'
import type { Exported, ExportJob } from './export.ts'

export type FromExporter = { progress: TraceProgress } | { exported: Exported } | { failed: string }

export interface Exporter {
  /** Something was committed: there may be a new request. */
  look(): void
  /** How far the job of a request is; null when it does not run. */
  progressOf(request_id: string): TraceRequest['progress']
  /** Where the file of a request stands. */
  pathOf(file: string): string
  stop(): Promise<void>
}

export interface ExporterParts {
  data_dir: string
  site: string
  site_name: string
  actor: Actor
  reader: Pick<PlantReader, 'records' | 'people'>
  plant: Pick<PlantWriter, 'submit'>
  logger: Pick<Logger, 'error'>
  /** ms since 1970 */
  now: () => number
  /** ms, never set back */
  monotonic: () => number
}

/** A busy plant commits a thousand times a second; a request waits at most so long. */
const GAP_MS = 200
const CAUSE_CHARS = 500

/**
 * Answers requests for traceability records one after the other, the oldest first, each in a thread of its own. What
 * is asked for and not delivered stands in the ledger, so a job that a restart interrupted begins anew.
 */
export function startExporter(parts: ExporterParts): Exporter {
  const dir = join(parts.data_dir, 'fsma')
  mkdirSync(dir, { recursive: true, mode: 0o700 })
  const pathOf = (file: string) => join(dir, file)
  let timer: NodeJS.Timeout | null = null
  let running: { request_id: string; began: number; progress: TraceProgress; flag: StopFlag } | null = null
  let stopped = false
  let work: Promise<void> = Promise.resolve()

  function look(): void {
    if (!stopped) timer ??= setTimeout(begin, GAP_MS)
  }

  function begin(): void {
    timer = null
    if (running !== null || stopped) return
    const request = oldest(parts)
    if (request === null) return
    const { request_id } = request
    const file = fileOf(request, parts.site)
    const part = pathOf(`${file}.part`)
    const flag = stopFlag()
    const job: ExportJob = jobOf(request, part, parts)
    const worker = new Worker(new URL('./export-worker.ts', import.meta.url), {
      workerData: { job, stop: flag.shared },
    })
    running = { request_id, began: parts.monotonic(), progress: { done: 0, total: 0, rows: 0 }, flag }
    work = ended(worker, progress => {
      if (running !== null) running.progress = progress
    })
      .then(async exported => {
        if (stopped) return
        renameSync(part, pathOf(file))
        await deliver({ request_id, file, exported }, parts)
      })
      .catch(async (error: unknown) => {
        rmSync(part, { force: true })
        if (!stopped) await fail(request_id, error, parts)
      })
      .catch((err: unknown) => parts.logger.error({ err }, 'a request for traceability records was not answered'))
      .finally(() => {
        running = null
        look()
      })
  }

  look()
  return {
    look,
    progressOf(request_id) {
      if (running?.request_id !== request_id) return null
      const { progress, began } = running
      return { ...progress, remaining_s: remaining(progress, parts.monotonic() - began) }
    },
    pathOf,
    async stop() {
      stopped = true
      if (timer !== null) clearTimeout(timer)
      running?.flag.raise()
      await work
    },
  }
}

/** Seconds until all is looked at, if it goes on as it did; null while nothing was. */
export function remaining({ done, total }: TraceProgress, elapsed_ms: number): number | null {
  if (done === 0) return null
  return Math.ceil((Math.max(0, total - done) * elapsed_ms) / done / 1_000)
}

/** Settles once the thread is gone, with what it wrote. */
function ended(worker: Worker, tell: (progress: TraceProgress) => void): Promise<Exported> {
  return new Promise((resolve, reject) => {
    let exported: Exported | null = null
    let problem = new Error('The thread of the export has ended.')
    worker.on('message', (message: FromExporter) => {
      if ('progress' in message) tell(message.progress)
      else if ('exported' in message) exported = message.exported
      else problem = new Error(message.failed)
    })
    worker.once('error', error => {
      problem = error as Error
    })
    worker.once('exit', () => (exported === null ? reject(problem) : resolve(exported)))
  })
}

/** The request that waits longest. */
function oldest({ reader }: ExporterParts): TraceRequest | null {
  const waiting = reader.records({ kind: 'trace_request', state: 'REQUESTED', limit: 200 })
  const last = waiting.at(-1)
  return last === undefined ? null : requestView(last, null)
}

function deliver(
  { request_id, file, exported }: { request_id: string; file: string; exported: Exported },
  { plant, actor }: ExporterParts,
) {
  const { size_bytes, sha256, upto_seq, sheets } = exported
  return plant.submit('record', {
    type: 'fsma.delivered',
    actor,
    subject: `trace_request:${request_id}`,
    data: { request_id, file, size_bytes, sha256, upto_seq, sheets },
    occurred_at: null,
  })
}

function fail(request_id: string, error: unknown, { plant, actor, logger }: ExporterParts) {
  logger.error({ err: error }, 'a traceability export failed')
  const cause = String((error as Error).message).slice(0, CAUSE_CHARS)
  const subject = `trace_request:${request_id}`
  return plant.submit('record', {
    type: 'fsma.failed',
    actor,
    subject,
    data: { request_id, cause },
    occurred_at: null,
  })
}

/** `fsma204-<site>-<from>-<to>-<request>.xlsx`; the time it was asked for where no days are. */
function fileOf({ request_id, filter, format, asked_at }: TraceRequest, site: string): string {
  const when = filter.from === null ? asked_at.slice(0, 10) : `${filter.from}-${filter.to}`
  return `fsma204-${site}-${when}-${request_id.slice(-12)}.${format === 'xlsx' ? 'xlsx' : 'zip'}`
}

function jobOf(
  request: TraceRequest,
  path: string,
  { data_dir, site, site_name, reader, now }: ExporterParts,
): ExportJob {
  const { filter, format } = request
  const at = timestampOf(now())
  return {
    db: join(data_dir, 'plant.db'),
    path,
    format,
    filter,
    site,
    site_name,
    at,
    about: aboutOf(request, { site_name, at, reader }),
  }
}

const listOf = (values: readonly string[] | null) => (values === null ? 'all' : values.join('; '))

function aboutOf(
  request: TraceRequest,
  { site_name, at, reader }: { site_name: string; at: string; reader: ExporterParts['reader'] },
): [string, string][] {
  const { from, to, item_ids, lots }: TraceFilter = request.filter
  const typist = reader.people().find(({ id }) => id === request.requested_by)
  return [
    ['Plant', site_name],
    ['Request ID', request.request_id],
    ['Requested by', request.phone === null ? request.caller : `${request.caller}, ${request.phone}`],
    ['Reason', request.reason ?? ''],
    ['Requested at (UTC)', request.asked_at],
    ['Due at (UTC)', request.due_at],
    ['Entered by', typist?.display_name ?? request.requested_by],
    ['Made at (UTC)', at],
    ['Filter: from', from ?? 'the beginning'],
    ['Filter: to', to ?? 'now'],
    ['Filter: products', listOf(item_ids)],
    ['Filter: traceability lot codes', listOf(lots)],
  ]
}
