import type { FastifyInstance, FastifyRequest, onRequestHookHandler } from 'fastify'
import { DEFAULT_LIMITS, matchesRoute } from '../rate-limit.ts'
import type { AppParts } from './parts.ts'

/**
 * Holds the routes that a rule names to its budget, counted for a person at a station, or for an address where nobody
 * is signed in. Other routes pay nothing. Comes after `identity`: a hook of a route runs behind those of the app.
 */
export function limit(app: FastifyInstance, { limits, logger }: Pick<AppParts, 'limits' | 'logger'>): void {
  const defaults = new Set(DEFAULT_LIMITS.rules.map(({ routes }) => routes))
  const unused = new Set(limits.rules.filter(({ routes }) => !defaults.has(routes)))
  app.addHook('onRoute', route => {
    for (const rule of limits.rules) {
      const held = [route.method]
        .flat()
        .some(method => rule.routes.some(one => matchesRoute(one, `${method} ${route.url}`)))
      if (!held) continue
      unused.delete(rule)
      const check: onRequestHookHandler = (request, _reply, done) => {
        limits.take(rule, keyOf(request)).then(() => done(), done)
      }
      route.onRequest = [...[route.onRequest ?? []].flat(), check]
    }
  })
  app.addHook('onReady', done => {
    // A misspelt route would be a limit that holds nobody.
    for (const { name, routes } of unused) logger.warn({ rule: name, routes }, 'no route here is held by this limit')
    done()
  })
}

function keyOf({ signedIn, ip }: FastifyRequest): string {
  return signedIn === null ? ip : `${signedIn.person_id} ${signedIn.station ?? ''}`
}
