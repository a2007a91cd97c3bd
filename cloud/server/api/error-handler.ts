import { CODES, codeOf, type ErrorCode, FlowError, problemOf } from '@flowviz/contract/error'
import { CLOUD_ACCESS } from '@flowviz/contract/hq-permission'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'

// What Fastify refuses before a handler sees the request.
const OF_FASTIFY: Readonly<Record<string, ErrorCode>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'body_too_large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'media_type_unsupported',
  FST_ERR_CTP_INVALID_JSON_BODY: 'body_malformed',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'body_malformed',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'body_malformed',
  FST_ERR_BAD_URL: 'not_found',
  FST_ERR_MAX_PARAM_LENGTH: 'not_found',
}

function flowErrorOf(error: unknown, bodyLimit: number | undefined): unknown {
  if (error instanceof FlowError || typeof error !== 'object' || error === null) return error
  const { code, statusCode } = error as { code?: string; statusCode?: number }
  const known = code === undefined ? undefined : OF_FASTIFY[code]
  const limit = `A body has at most ${bodyLimit} bytes here.`
  if (known !== undefined) return new FlowError(known, known === 'body_too_large' ? limit : undefined, { cause: error })
  // The JSON parser of Fastify throws a SyntaxError with status 400.
  return statusCode === 400 && error instanceof SyntaxError ? new FlowError('body_malformed') : error
}

/** Sends the problem answer of an error (RFC 9457). */
export function sendProblem(reply: FastifyReply, thrown: unknown): FastifyReply {
  const problem = problemOf(thrown)
  const { required_roles, retry_after_s } = problem as { required_roles?: string[]; retry_after_s?: number }
  if (required_roles !== undefined) reply.header('x-required-roles', required_roles.join(', '))
  const wait_s = retry_after_s ?? (problem.status === 503 ? 2 : undefined)
  if (wait_s !== undefined) reply.header('retry-after', String(wait_s))
  if (problem.status === 401) reply.header('www-authenticate', 'Bearer')
  return reply.code(problem.status).type('application/problem+json').send(problem)
}

/** Every refusal leaves through here; what is not a FlowError is logged whole and tells the caller nothing. */
export function handleErrors(app: FastifyInstance): void {
  app.setErrorHandler(refuse)
}

/** Answers what was thrown; also what Fastify meets before it has a route. */
export function refuse(thrown: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const error = flowErrorOf(thrown, request.routeOptions?.bodyLimit)
  const code = codeOf(error)
  if (CODES[code].status >= 500) request.log.error({ err: error, code }, 'request failed')
  else request.log.debug({ code, route: request.routeOptions?.url }, 'request refused')
  return sendProblem(reply, error)
}

const PATTERNS = Object.keys(CLOUD_ACCESS).map(key => {
  const [method, path] = key.split(' ') as [string, string]
  return { method, pattern: new RegExp(`^${path.replace(/:[a-z_]+/g, '[^/]+')}$`) }
})

/** The problem of an address without a route: another method is named where there is one. */
export function sendNothingHere(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const path = request.url.split('?')[0]!
  const methods = PATTERNS.filter(({ pattern }) => pattern.test(path)).map(({ method }) => method)
  if (methods.length === 0 || methods.includes(request.method)) return sendProblem(reply, new FlowError('not_found'))
  return sendProblem(reply.header('allow', methods.join(', ')), new FlowError('method_not_allowed'))
}
