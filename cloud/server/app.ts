import cookie from '@fastify/cookie'
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import { lastCall } from '@flowviz/contract/last-call'
import { refusedRequest } from '@flowviz/contract/refused-request'
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest, LogController } from 'fastify'
import type { Logger } from 'pino'
import { boxGuard } from './api/box-guard.ts'
import { describeRoutes } from './api/describe.ts'
import { type EnrolmentParts, enrolmentRoutes } from './api/enrolment.ts'
import { handleErrors, refuse } from './api/error-handler.ts'
import { guardRoutes } from './api/identity.ts'
import { operationRoutes } from './api/operations.ts'
import { type PeopleParts, peopleRoutes } from './api/people.ts'
import { plantRoutes } from './api/plant.ts'
import { questionRoutes } from './api/question.ts'
import { recordRoutes } from './api/records.ts'
import { serveScreen } from './api/screen.ts'
import { securityHeaders } from './api/security-headers.ts'
import { streamRoutes } from './api/stream.ts'
import type { App } from './api/type.ts'
import { validate } from './api/validate.ts'
import type { AttemptLimit, BoxStore, LiveHub, PlantQuestions, Questions, RecordStore } from './parts.ts'

export type { App } from './api/type.ts'

/** Everything that the doors use. */
export interface Parts extends Pick<PeopleParts, 'people' | 'tokens'>, Pick<EnrolmentParts, 'witness'> {
  records: RecordStore
  boxes: BoxStore
  questions: Questions
  plants: PlantQuestions
  live: LiveHub
  touch: (site: string, lotIds?: readonly string[]) => void
  attempts: PeopleParts['attempts'] & { ofClaim: AttemptLimit }
  /** Folder of the built screen; null: none. */
  uiDir: string | null
  version: string
  now: () => number
  newId: () => string
  newSecret: () => string
  logger: Logger
}

const JSON_BYTES_MAX = 65_536
// Below the time of the whole request: Node exchanges the two when the headers may take longer.
const HEADERS_MS = 15_000
/** Node looks for late requests this often; by itself only every 30 s. */
const CHECKING_MS = 5_000

/** Headquarters' server with all its doors, not listening yet. */
export async function buildApp(parts: Parts): Promise<App> {
  const app: App = Fastify({
    loggerInstance: parts.logger,
    logController: new LogController({ disableRequestLogging: true }),
    exposeHeadRoutes: false,
    bodyLimit: JSON_BYTES_MAX,
    requestTimeout: 60_000,
    http: { headersTimeout: HEADERS_MS, connectionsCheckingInterval: CHECKING_MS },
    forceCloseConnections: 'idle',
    frameworkErrors: (error, request, reply) => void refuse(error, request as FastifyRequest, reply as FastifyReply),
    clientErrorHandler: (error, socket) => void (socket.writable && socket.end(refusedRequest(error.code))),
  }).withTypeProvider<TypeBoxTypeProvider>()
  const base = app as unknown as FastifyInstance
  app.setValidatorCompiler(validate)
  // Answers are shaped by the store; what a schema does not name must not be cut away silently.
  app.setSerializerCompiler(() => value => JSON.stringify(value))
  lastCall(base)
  handleErrors(base)
  securityHeaders(base)
  guardRoutes(base, { tokens: parts.tokens, boxes: boxGuard(parts.boxes, parts.now) })
  await app.register(cookie)
  await describeRoutes(app, parts.version)
  const counters = operationRoutes(app, parts)
  recordRoutes(app, { ...parts, counters })
  enrolmentRoutes(app, { ...parts, attempts: parts.attempts.ofClaim })
  peopleRoutes(app, parts)
  questionRoutes(app, parts)
  plantRoutes(app, parts.plants)
  streamRoutes(app, parts)
  await serveScreen(app, parts.uiDir)
  await app.ready()
  return app
}
