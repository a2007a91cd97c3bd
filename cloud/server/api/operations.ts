import { FlowError } from '@flowviz/contract/error'
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import Type from 'typebox'
import type { LiveHub, Questions } from '../parts.ts'
import type { App } from './type.ts'

/** What headquarters counts of the work of the boxes. */
export interface Counters {
  batch(kind: 'ledger' | 'readings', outcome: string): void
  stored(kind: 'ledger' | 'readings', rows: number): void
}

export interface OperationParts {
  questions: Questions
  live: LiveHub
  version: string
  now: () => number
}

/** Metrics of this process, and the counters that the doors of the boxes use. */
export function operationRoutes(app: App, parts: OperationParts): Counters {
  const { questions, version } = parts
  const register = new Registry()
  const counters = metrics(app, register, parts)
  const Health = Type.Object({ status: Type.Literal('ok'), version: Type.String() })
  app.get('/health', { schema: { operationId: 'getHealth', tags: ['operation'], response: { 200: Health } } }, () => ({
    status: 'ok' as const,
    version,
  }))
  app.get(
    '/ready',
    { schema: { operationId: 'getReady', tags: ['operation'], response: { 200: Health } } },
    async () => {
      await questions.ping().catch(cause => {
        throw new FlowError('not_ready', 'The database does not answer.', { cause })
      })
      return { status: 'ok' as const, version }
    },
  )
  app.get('/metrics', { schema: { hide: true } }, async (_, reply) =>
    reply.type(register.contentType).send(await register.metrics()),
  )
  return counters
}

function metrics(app: App, register: Registry, { questions, live, now }: OperationParts): Counters {
  collectDefaultMetrics({ register })
  const registers = [register]
  const batches = new Counter({
    name: 'flowviz_hq_batches_total',
    help: 'Batches of boxes by what became of them.',
    labelNames: ['kind', 'outcome'],
    registers,
  })
  const rows = new Counter({
    name: 'flowviz_hq_rows_stored_total',
    help: 'Rows stored; a repeated one is not counted.',
    labelNames: ['kind'],
    registers,
  })
  const seconds = new Histogram({
    name: 'flowviz_hq_request_seconds',
    help: 'Time to answer a request.',
    labelNames: ['route', 'status'],
    registers,
  })
  app.addHook('onResponse', async (request, reply) => {
    const route = request.is404 ? 'none' : `${request.method} ${request.routeOptions.url}`
    seconds.observe({ route, status: reply.statusCode }, reply.elapsedTime / 1000)
  })
  new Gauge({
    name: 'flowviz_hq_listeners',
    help: 'Open live streams.',
    registers,
    collect() {
      this.set(live.listeners())
    },
  })
  new Gauge({
    name: 'flowviz_hq_site_age_seconds',
    help: 'Age of the newest thing held of a site.',
    labelNames: ['site'],
    registers,
    async collect() {
      const sites = await questions.sites('9999-01-01T00:00:00.000Z').catch(() => [])
      for (const { site, as_of } of sites) if (as_of !== null) this.set({ site }, (now() - Date.parse(as_of)) / 1000)
    },
  })
  return {
    batch: (kind, outcome) => batches.inc({ kind, outcome }),
    stored: (kind, count) => rows.inc({ kind }, count),
  }
}
