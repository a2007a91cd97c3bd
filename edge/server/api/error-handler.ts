import { codeOf, FlowError, type Problem, problemOf } from '@flowviz/contract/error'
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'

export const PROBLEM_MEDIA_TYPE = 'application/problem+json'

/** What Fastify itself refuses, in our words. */
const FASTIFY_CODES = {
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'media_type_unsupported',
  FST_ERR_CTP_BODY_TOO_LARGE: 'body_too_large',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'body_malformed',
  FST_ERR_CTP_INVALID_JSON_BODY: 'body_malformed',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'body_malformed',
  FST_ERR_BAD_URL: 'not_found',
  FST_ERR_MAX_PARAM_LENGTH: 'not_found',
} as const

/** The one place where an error becomes an answer: status, problem body and the headers that belong to it. */
export function errorHandler(app: FastifyInstance): void {
  const methods = new Map<string, { pattern: RegExp; allowed: Set<string> }>()
  app.addHook('onRoute', ({ method, url }) => {
    const entry = methods.get(url) ?? { pattern: patternOf(url), allowed: new Set() }
    for (const one of [method].flat()) entry.allowed.add(one)
    methods.set(url, entry)
  })
  app.setErrorHandler((error, request, reply) => refuse(error as FastifyError, request, reply))
  app.decorate('allowedMethods', (path: string) => {
    for (const { pattern, allowed } of methods.values()) if (pattern.test(path)) return [...allowed]
    return null
  })
}

declare module 'fastify' {
  interface FastifyInstance {
    /** Methods of the route that an address belongs to; null when it belongs to none. */
    allowedMethods(path: string): string[] | null
  }
}

const patternOf = (url: string) => new RegExp(`^${url.replace(/[.]/g, '\\.').replace(/:[a-z_]+/g, '[^/]+')}$`)

/** Answers an address or method that no route has: 405 with `Allow` where the address exists, else 404. */
export function refuseUnknown(app: FastifyInstance, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const path = request.url.split('?')[0] ?? ''
  const allowed = app.allowedMethods(path)
  if (allowed === null) return sendProblem(reply, problemOf(new FlowError('not_found')))
  reply.header('allow', allowed.join(', '))
  return sendProblem(reply, problemOf(new FlowError('method_not_allowed', `${path} takes ${allowed.join(', ')}.`)))
}

/** Answers an error; also one that Fastify meets before it has a route. */
export function refuse(error: FastifyError, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const known = flowErrorOf(error, request)
  if (codeOf(known) === 'internal') request.log.error({ err: error }, 'request failed')
  return sendProblem(reply, problemOf(known))
}

function flowErrorOf(error: FastifyError, request: FastifyRequest): unknown {
  if (error instanceof FlowError) return error
  if (error instanceof SyntaxError && error.statusCode === 400)
    return new FlowError('body_malformed', undefined, { cause: error })
  const code = Object.entries(FASTIFY_CODES).find(([theirs]) => theirs === error.code)?.[1]
  if (code === undefined) return error
  const limit = `A body has at most ${request.routeOptions?.bodyLimit} bytes here.`
  return new FlowError(code, code === 'body_too_large' ? limit : undefined, { cause: error })
}

function sendProblem(reply: FastifyReply, problem: Problem): FastifyReply {
  // Fastify says it with every body that it refuses, and HTTP/2 forbids it (RFC 9113, 8.2.2).
  if (reply.request.raw.httpVersionMajor >= 2) reply.removeHeader('connection')
  if (problem.status === 401) reply.header('www-authenticate', 'Bearer')
  if (problem.required_roles !== undefined) reply.header('x-required-roles', problem.required_roles.join(', '))
  const wait_s = (problem as { retry_after_s?: unknown }).retry_after_s
  if (typeof wait_s === 'number') reply.header('retry-after', String(wait_s))
  else if (problem.status === 503) reply.header('retry-after', '2')
  return reply.code(problem.status).type(PROBLEM_MEDIA_TYPE).send(problem)
}
