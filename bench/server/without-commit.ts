import { randomBytes } from 'node:crypto'
import type { Actor } from '@flowviz/contract/identity'
import type { Lot } from '@flowviz/contract/lot'
import type { Reading } from '@flowviz/contract/reading'
import { timestampOf } from '@flowviz/contract/time'
import { uuidMaker } from '@flowviz/contract/uuid'
import pino from 'pino'
import { Registry } from 'prom-client'
import type { AppParts } from '../../edge/server/api/parts.ts'
import { accessTokens } from '../../edge/server/api/token.ts'
import { buildApp } from '../../edge/server/app.ts'
import { startBroker } from '../../edge/server/broker/broker.ts'
import { readConfig } from '../../edge/server/config.ts'
import { readDevices } from '../../edge/server/devices-file.ts'
import { registerLot } from '../../edge/server/domain/register-lot.ts'
import { ingestDoor } from '../../edge/server/ingest/door.ts'
import { liveHub } from '../../edge/server/live/hub.ts'
import type { TelemetryWriter } from '../../edge/server/parts.ts'
import { openLimitStore } from '../../edge/server/store/limit-store.ts'
import type { CommandTakes, PlantWriter } from '../../edge/server/writer/command.ts'

// FlowViz's own doors over writers that answer at once and keep nothing: what the route and the broker cost by
// themselves, and so what durability adds to them.
const config = readConfig()
const now = () => Date.now()
const monotonic = () => performance.now()
const newId = uuidMaker(now, count => randomBytes(count))
const logger = pino({ level: 'info' })
const hub = liveHub({ monotonic })

const ACTOR: Actor = { kind: 'person', id: newId(), role: 'OPERATOR', station: null, device: null, auth: 'pin' }
let lots = 0
let readings = 0

function lotOf({ registration, actor }: CommandTakes<'register-lot'>): Lot {
  const at = timestampOf(now())
  const state = { site: config.site, epoch: 1, taken: () => false, lastNumber: () => 0, lotId: newId(), now: at }
  const { tlc_source: site, ...lot } = registerLot(registration, null, state)
  const when = { registered_at: at, occurred_at: registration.occurred_at ?? at }
  return { ...lot, site, ...when, registered_by: actor, seq: ++lots, event_id: newId(), code_conflict: false }
}

const plant = {
  submit: (_kind: 'register-lot', takes: CommandTakes<'register-lot'>) => Promise.resolve(lotOf(takes)),
} as unknown as PlantWriter

const telemetry = {
  append: reading => Promise.resolve({ seq: ++readings, ...reading } satisfies Reading),
  quarantine: entry => Promise.reject(new Error(`a reading was put aside: ${entry.cause}`)),
} as TelemetryWriter

const ingest = ingestDoor({
  writer: telemetry,
  now,
  monotonic,
  onReading: () => undefined,
  onHealth: () => undefined,
  onAnswer: () => undefined,
  onCommitted: () => undefined,
  onTrouble: error => logger.error({ err: error }, 'trouble'),
})
const broker = await startBroker({ ...config.mqtt, identities: config.identities, logger, take: ingest.take })
broker.configure(readDevices(config.devices_file, config.site).devices)

const tokens = accessTokens({ site: config.site, key: config.token_key, now })
const app = await buildApp({
  site: config.site,
  site_name: config.site_name,
  version: '0.0.0',
  logger,
  now,
  newId,
  plant,
  hub,
  token_key: config.token_key,
  limits: openLimitStore(':memory:', config.limits.rules),
  sync: { nudge: () => undefined },
  metrics: new Registry(),
  ui_dir: null,
  stopping: new AbortController().signal,
} as unknown as AppParts)
await app.listen({ ...config.http })
const person = { id: ACTOR.id, name: 'operator', display_name: 'Olga Operator', role: 'OPERATOR' as const }
const token = await tokens.issue(person, newId(), null)
logger.info({ http_port: (app.server.address() as { port: number }).port, mqtt_port: broker.port, token }, 'ready')
process.once('SIGTERM', () => process.exit(0))
