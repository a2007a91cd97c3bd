import type { FastifyRequest } from 'fastify'
import type { PeopleAskOf, PeopleBodies, PeopleCommand, PeopleGives } from '../writer/people-ask.ts'
import { requireElevated } from './elevation.ts'
import { signedInOf } from './identity.ts'
import { requestDigest } from './keyed-digest.ts'
import type { DoorParts } from './parts.ts'
import { actorOf } from './token.ts'

/** Something that is done to a person. */
export interface PeopleDeed<N extends PeopleCommand> {
  name: N
  body: PeopleBodies[N]
  reason?: string | undefined
  /** What was sent, with its secret: an idempotency key is bound to a keyed digest of it. */
  asked?: unknown
}

/** Where everything passes that is done to people. Resolves after the commit; sessions that it ends are dead by then. */
export type PeopleDesk = <N extends PeopleCommand>(request: FastifyRequest, deed: PeopleDeed<N>) => Promise<PeopleGives>

export function peopleDesk(parts: DoorParts): PeopleDesk {
  const { plant, tokens, continuity, sync } = parts
  const digestOf = requestDigest(parts.token_key)
  return async (request, { name, body, reason = undefined, asked = null }) => {
    const signedIn = signedInOf(request)
    requireElevated(request, `${request.method} ${request.routeOptions.url}`, parts)
    const key = request.headers['idempotency-key']
    const digest = digestOf(`${signedIn.person_id} ${name} ${request.url}\n${JSON.stringify(asked)}`)
    const idempotency = typeof key === 'string' ? { key, digest } : null
    const ask = { name, body, actor: actorOf(signedIn), reason: reason ?? null, idempotency }
    const gives = await plant.submit('people', ask as PeopleAskOf<typeof name> as never)
    for (const session_id of gives.ended) tokens.revoke(session_id)
    if (gives.ended.length > 0) continuity.broken(gives.person_id)
    sync.nudge()
    return gives
  }
}
