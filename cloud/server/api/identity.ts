import { FlowError } from '@flowviz/contract/error'
import { CLOUD_ACCESS } from '@flowviz/contract/hq-permission'
import type { Person } from '@flowviz/contract/identity'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { AccessTokens } from '../domain/access-token.ts'
import { bearerOf } from './bearer.ts'
import type { BoxGuard } from './box-guard.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** Who is signed in; null on a public route and for a box. */
    person: Person | null
    /** When the access token ends, ms since 1970; 0 without one. */
    signedInUntil_ms: number
  }
}

/** The person of a route that only people may use. */
export function personOf(request: FastifyRequest): Person {
  if (request.person === null) throw new FlowError('unauthenticated')
  return request.person
}

/**
 * Holds every route to its line of the permission table, before the body is read. A route without a line throws at
 * start: the server does not serve what nobody decided about.
 */
export function guardRoutes(app: FastifyInstance, { tokens, boxes }: { tokens: AccessTokens; boxes: BoxGuard }): void {
  app.decorateRequest('person', null)
  app.decorateRequest('signedInUntil_ms', 0)
  app.addHook('onRoute', route => {
    const key = `${route.method} ${route.url}`
    if (CLOUD_ACCESS[key] === undefined) throw new Error(`${key} has no line in the permission table`)
  })
  app.addHook('onRequest', async request => {
    if (request.is404) return
    const access = CLOUD_ACCESS[`${request.method} ${request.routeOptions.url}`]
    if (access === 'public') return
    if (access === 'box') return boxes.admit(request)
    const { person, expires_ms } = await tokens.verify(bearerOf(request))
    if (access === undefined || !access.includes(person.role))
      throw new FlowError('role_insufficient', undefined, { extra: { required_roles: access ?? [] } })
    request.person = person
    request.signedInUntil_ms = expires_ms
  })
  // The body is there now: the token of a box was signed for exactly these bytes, and for one use.
  app.addHook('preValidation', async request => {
    if (CLOUD_ACCESS[`${request.method} ${request.routeOptions.url}`] === 'box') await boxes.useUp(request)
  })
}
