import { randomBytes } from 'node:crypto'
import { EVENT_VERSION } from '@flowviz/contract/event'
import type { Actor } from '@flowviz/contract/identity'
import type { Lot, LotRegistration } from '@flowviz/contract/lot'
import { SEVEN_GATES, SEVEN_GATES_VERSION } from '@flowviz/contract/plant/seven-gates'
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
import { describeLot } from '../../edge/server/domain/describe-lot.ts'
import { registerLot } from '../../edge/server/domain/register-lot.ts'
import { ingestDoor } from '../../edge/server/ingest/door.ts'
import { liveHub } from '../../edge/server/live/hub.ts'
import type { TelemetryWriter } from '../../edge/server/parts.ts'
import { openLimitStore } from '../../edge/server/store/limit-store.ts'
import { type LotRegistered, newLot } from '../../edge/server/store/lot-row.ts'
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

/** Decides a registration by FlowViz's own rule, and answers as if it stood in a ledger. */
function lotOf({ body, actor }: CommandTakes<'act'>): Lot {
  const registration = body as LotRegistration
  const at = timestampOf(now())
  const state = { site: config.site, epoch: 1, taken: () => false, lastNumber: () => 0, lotId: newId(), now: at }
  const data: LotRegistered['data'] = registerLot(registration, null, state)
  const plan = { plan_id: SEVEN_GATES.plan_id, plan_version: SEVEN_GATES_VERSION }
  data.more = describeLot(registration, { item: null, plan, today: at.slice(0, 10), origins: { origin: 'registered' } })
  const seq = ++lots
  const event = {
    v: EVENT_VERSION,
    id: newId(),
    site: config.site,
    seq,
    type: 'lot.registered',
    recorded_at: at,
  } as const
  const said = { occurred_at: registration.occurred_at ?? at, actor, subject: `lot:${data.lot_id}`, data }
  return newLot({ ...event, ...said }, SEVEN_GATES.gates.length)
}

const plant = {
  submit: (_kind: 'act', takes: CommandTakes<'act'>) => Promise.resolve(lotOf(takes)),
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

const tokens = accessTokens({ site: config.site, key: config.token_key, now, isLive: () => true })
const app = await buildApp({
  site: config.site,
  site_name: config.site_name,
  version: '0.0.0',
  logger,
  now,
  newId,
  plant,
  reader: { sessionById: () => ({}) },
  hub,
  token_key: config.token_key,
  limits: openLimitStore(':memory:', config.limits.rules),
  sync: { nudge: () => undefined },
  metrics: new Registry(),
  ui_dir: null,
  certificate: null,
  client: { min_client: '0.0.0', kill_switch: false },
  stopping: new AbortController().signal,
} as unknown as AppParts)
await app.listen({ ...config.http })
const person = { id: ACTOR.id, name: 'operator', display_name: 'Olga Operator', role: 'OPERATOR' as const }
const token = await tokens.issue({ person, session_id: newId(), station: null })
logger.info({ http_port: (app.server.address() as { port: number }).port, mqtt_port: broker.port, token }, 'ready')
process.once('SIGTERM', () => process.exit(0))
