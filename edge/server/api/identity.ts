import { codeOf, FlowError } from '@flowviz/contract/error'
import type { Actor } from '@flowviz/contract/identity'
import { type Access, EDGE_ACCESS, WITH_A_FOREIGN_SECRET } from '@flowviz/contract/permission'
import type { Role } from '@flowviz/contract/role'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { DoorParts } from './parts.ts'
import { actorOf, type SignedIn } from './token.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** Who asks; null on a public route. */
    signedIn: SignedIn | null
  }
  interface FastifyContextConfig {
    access?: Access
  }
  interface FastifyInstance {
    /** Puts a refusal for want of a role into the ledger; a door calls it for what it refuses without an error. */
    recordRefusal(actor: Actor, refusal: AccessRefusal): Promise<void>
  }
}

/** What somebody tried, and who may. */
export interface AccessRefusal {
  /** `METHOD /path` */
  route: string
  required_roles: readonly Role[]
}

/** The same refusal again within this time is counted, not written: a stuck screen must not fill the ledger. */
const REFUSAL_GAP_MS = 60_000

/** Who asks, on a route that only signed-in people reach. @throws FlowError unauthenticated */
export function signedInOf(request: FastifyRequest): SignedIn {
  if (request.signedIn === null) throw new FlowError('unauthenticated')
  return request.signedIn
}

/** Signs in by bearer token and holds every route to the permission table; a route without an entry does not start. */
export function identity(app: FastifyInstance, parts: Pick<DoorParts, 'tokens' | 'plant' | 'now' | 'logger'>): void {
  const { tokens } = parts
  const refused = refusals(parts)
  app.decorateRequest('signedIn', null)
  app.decorate('recordRefusal', refused)
  app.addHook('onRoute', route => {
    const name = `${[route.method].flat().join(',')} ${route.url}`
    const access = EDGE_ACCESS[name]
    if (access === undefined) throw new FlowError('config_invalid', `${name} has no entry in the permission table.`)
    route.config = { ...route.config, access }
  })
  const admit = async (request: FastifyRequest, signedIn: SignedIn, access: readonly Role[]) => {
    if (!access.includes(signedIn.role)) {
      await refused(actorOf(signedIn), { route: routeOf(request), required_roles: access })
      const extra = { required_roles: access }
      throw new FlowError('role_insufficient', `This takes the role ${access.join(' or ')}.`, { extra })
    }
    if (signedIn.must_change && !WITH_A_FOREIGN_SECRET.has(routeOf(request)))
      throw new FlowError('secret_change_needed')
    request.signedIn = signedIn
  }
  app.addHook('onRequest', (request: FastifyRequest, _reply: FastifyReply, done) => {
    const access = request.routeOptions.config.access
    // The door of the tablets checks a signature on each command, for which the body has to be read.
    if (access === undefined || access === 'public' || access === 'tablet') return done()
    const run = async () => {
      if (access === 'box') throw new FlowError('unauthenticated')
      const token = bearerOf(request)
      await admit(request, tokens.known(token) ?? (await tokens.verify(token)), access)
    }
    run().then(() => done(), done)
  })
  // A door may refuse a part of what the table admits, and such an attempt is told as well.
  app.addHook('onError', async (request, _reply, error) => {
    const { signedIn } = request
    if (signedIn === null || codeOf(error) !== 'role_insufficient') return
    const { required_roles = [] } = (error as unknown as FlowError).extra as Partial<AccessRefusal>
    await refused(actorOf(signedIn), { route: routeOf(request), required_roles })
  })
}

const routeOf = (request: FastifyRequest) => `${request.method} ${request.routeOptions.url}`

function bearerOf(request: FastifyRequest): string {
  const found = /^Bearer (?<token>[\w.-]{20,2000})$/i.exec(request.headers.authorization ?? '')?.groups
  if (found === undefined) throw new FlowError('unauthenticated')
  return found.token!
}

function refusals(parts: Pick<DoorParts, 'plant' | 'now' | 'logger'>) {
  const { plant, now, logger } = parts
  const written = new Map<string, number>()
  /** Resolves when it is written; never rejects. */
  return async (actor: Actor, { route, required_roles }: AccessRefusal): Promise<void> => {
    const key = `${actor.id} ${route}`
    if ((written.get(key) ?? 0) + REFUSAL_GAP_MS > now()) return
    written.set(key, now())
    const data = { route, required_roles: [...required_roles] }
    await plant
      .submit('record', {
        type: 'access.refused',
        actor,
        subject: `person:${actor.id}`,
        data,
        occurred_at: null,
      })
      .catch(err => logger.error({ err, route }, 'a refusal could not be recorded'))
  }
}
