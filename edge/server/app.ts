import cookie from '@fastify/cookie'
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import { lastCall } from '@flowviz/contract/last-call'
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest, LogController } from 'fastify'
import { attachments } from './api/attachments.ts'
import { audit } from './api/audit.ts'
import { auditRecord } from './api/audit-record.ts'
import { badges } from './api/badges.ts'
import { batch } from './api/batch.ts'
import { board } from './api/board.ts'
import { commandDesk } from './api/command-desk.ts'
import { commands } from './api/commands.ts'
import { continuity } from './api/continuity.ts'
import { devices } from './api/devices.ts'
import { docs } from './api/docs.ts'
import type { Doors } from './api/door.ts'
import { epcis } from './api/epcis.ts'
import { errorHandler, refuse } from './api/error-handler.ts'
import { floor } from './api/floor.ts'
import { fsma } from './api/fsma.ts'
import { health } from './api/health.ts'
import { identity } from './api/identity.ts'
import { labels } from './api/labels.ts'
import { ledger } from './api/ledger.ts'
import { limit } from './api/limit.ts'
import { login } from './api/login.ts'
import { logistics } from './api/logistics.ts'
import { lots } from './api/lots.ts'
import { master } from './api/master.ts'
import { metrics } from './api/metrics.ts'
import { minClient } from './api/min-client.ts'
import { monitors } from './api/monitors.ts'
import { openapi, openapiDoor } from './api/openapi.ts'
import { ownSecret } from './api/own-secret.ts'
import { packs } from './api/packs.ts'
import type { AppParts, DoorParts } from './api/parts.ts'
import { patience } from './api/patience.ts'
import { people } from './api/people.ts'
import { peopleDesk } from './api/people-desk.ts'
import { printers } from './api/printers.ts'
import { quality } from './api/quality.ts'
import { qualityDue } from './api/quality-due.ts'
import { readings } from './api/readings.ts'
import { recallNotices } from './api/recall-notices.ts'
import { recallReport } from './api/recall-report.ts'
import { recalls } from './api/recalls.ts'
import { runs } from './api/runs.ts'
import { scans } from './api/scans.ts'
import { screen } from './api/screen.ts'
import { secure, secured } from './api/secure.ts'
import { securityHeaders } from './api/security-headers.ts'
import { sessions } from './api/sessions.ts'
import { signatures } from './api/signatures.ts'
import { stepUp } from './api/step-up.ts'
import { stock } from './api/stock.ts'
import { stream } from './api/stream.ts'
import { sync } from './api/sync.ts'
import { tabletCommands } from './api/tablet-commands.ts'
import { tabletEnrolment } from './api/tablet-enrolment.ts'
import { tablets } from './api/tablets.ts'
import { accessTokens } from './api/token.ts'
import { tracePlan } from './api/trace-plan.ts'
import { traceability } from './api/traceability.ts'
import { users } from './api/users.ts'
import { validation } from './api/validation.ts'

export type { AppParts } from './api/parts.ts'
/** The plain port beside a secure one. */
export { buildRescue } from './api/rescue.ts'

/** The largest body that any door takes, bytes. */
export const BODY_BYTES_MAX = 1_048_576
const REQUEST_MS = 30_000

/** The doors of the appliance. Used by the appliance and, through `inject`, by tests. */
export async function buildApp(given: AppParts): Promise<FastifyInstance> {
  const parts: DoorParts = {
    ...given,
    tokens: accessTokens({
      site: given.site,
      key: given.token_key,
      now: given.now,
      isLive: session_id => given.reader.sessionById(session_id) !== null,
    }),
    continuity: continuity(given),
  }
  const app: Doors = Fastify({
    loggerInstance: parts.logger,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: BODY_BYTES_MAX,
    exposeHeadRoutes: false,
    // A body that trickles in holds a connection no longer than this.
    ...(parts.certificate === null ? patience(REQUEST_MS) : secure(parts.certificate, REQUEST_MS)),
    // An EPCIS id is a whole URI, percent-encoded; every door bounds its own.
    routerOptions: { maxParamLength: 1_000 },
    forceCloseConnections: 'idle',
    frameworkErrors: (error, request, reply) => void refuse(error, request as FastifyRequest, reply as FastifyReply),
  }).withTypeProvider<TypeBoxTypeProvider>()
  const base = app as unknown as FastifyInstance

  if (parts.certificate !== null) secured(base, REQUEST_MS)
  lastCall(base)
  errorHandler(base)
  validation(base)
  securityHeaders(base, { secure: parts.certificate !== null })
  identity(base, parts)
  limit(base, parts)
  await app.register(cookie)
  openapi(base, parts)
  screen(base, parts)
  await app.after()

  health(app, parts)
  minClient(app, parts)
  metrics(app, parts)
  openapiDoor(base)
  docs(app)
  people(app, parts)
  login(app, parts)
  stepUp(app, parts)
  const accounts = { ...parts, desk: peopleDesk(parts) }
  users(app, accounts)
  badges(app, accounts)
  sessions(app, accounts)
  ownSecret(app, accounts)
  signatures(app, parts)
  lots(app, parts)
  master(app, parts)
  runs(app, parts)
  stock(app, parts)
  board(app, parts)
  floor(app, parts)
  logistics(app, parts)
  labels(app, parts)
  printers(app, parts)
  commandDoors(app, parts)
  quality(app, parts)
  qualityDue(app, parts)
  devices(app, parts)
  readings(app, parts)
  monitors(app, parts)
  stream(app, parts)
  sync(app, parts)
  ledger(app, parts)
  audit(app, parts)
  auditRecord(app, parts)
  packs(app, parts)
  attachments(app, parts)
  traceDoors(app, parts)
  await app.ready()
  return base
}

/** Everything that people do, one by one or from the queue of a tablet. */
function commandDoors(app: Doors, parts: DoorParts): void {
  const desk = commandDesk(parts)
  commands(app, desk)
  batch(app, desk)
  tablets(app, parts)
  tabletEnrolment(app, parts)
  tabletCommands(app, { ...parts, desk })
}

/** What a label says, and what a regulator, a buyer or a partner asks for. */
function traceDoors(app: Doors, parts: DoorParts): void {
  scans(app, parts)
  epcis(app, parts)
  fsma(app, parts)
  tracePlan(app, parts)
  recalls(app, parts)
  recallReport(app, parts)
  recallNotices(app, parts)
  traceability(app, parts)
}
