import { FlowError } from '@flowviz/contract/error'
import type { Signer, Signing, Witnessing } from '@flowviz/contract/signature'
import type { FastifyRequest } from 'fastify'
import { matchesSecret } from '../secret.ts'
import { signedInOf } from './identity.ts'
import type { AppParts } from './parts.ts'

/** A session in which nobody signed for so long is not a continuous one any more (21 CFR 11.200(a)(1)(ii)). */
const CONTINUOUS_MS = 15 * 60_000

/** Checks who signs a command; what it gives carries no secret. */
export interface SignDesk {
  /**
   * The signed-in person signs: name and secret with the first signing of a continuous session, the secret with later
   * ones. Throws FlowError signature_missing, signature_refused, rate_limited, account_locked.
   */
  signer(request: FastifyRequest, sign: Signing | undefined): Promise<Signer | null>
  /** A second person signs on the same screen, with both components. */
  witness(request: FastifyRequest, witness: Witnessing | undefined): Promise<Signer | null>
}

export function signDesk({ reader, attempts, now }: Pick<AppParts, 'reader' | 'attempts' | 'now'>): SignDesk {
  const signedAt = new Map<string, number>()
  const isContinuous = (session_id: string) => {
    for (const [session, at] of signedAt) if (now() - at > CONTINUOUS_MS) signedAt.delete(session)
    return signedAt.has(session_id)
  }
  /** @throws FlowError signature_refused: the same words whether the name or the secret is wrong. */
  const prove = async (request: FastifyRequest, name: string, secret: string): Promise<string> => {
    await attempts.take(request.ip, name)
    const credential = reader.credential(name)
    if (credential === null || !(await matchesSecret(credential.secret_hash, secret))) {
      await attempts.fail(request.ip, name)
      throw new FlowError('signature_refused')
    }
    await attempts.forgive(request.ip, name)
    return credential.person.id
  }
  return {
    async signer(request, sign) {
      if (sign === undefined) return null
      const { person_id, session_id } = signedInOf(request)
      const own = reader.people().find(({ id }) => id === person_id)?.name
      if (own === undefined || (sign.name !== undefined && sign.name !== own)) throw new FlowError('signature_refused')
      if (sign.name === undefined && !isContinuous(session_id))
        throw new FlowError('signature_missing', 'The first signing of a session takes your name and your secret.')
      await prove(request, own, sign.secret)
      signedAt.set(session_id, now())
      const components = sign.name === undefined ? 'secret' : 'name_and_secret'
      return { person_id, session_id, components, meaning: sign.meaning ?? null }
    },
    async witness(request, witness) {
      if (witness === undefined) return null
      const { person_id: first, session_id } = signedInOf(request)
      const person_id = await prove(request, witness.name, witness.secret)
      if (person_id === first)
        throw new FlowError('second_person_missing', 'A witness is somebody else.', { extra: { first_person: first } })
      return { person_id, session_id, components: 'name_and_secret', meaning: 'witnessed' }
    },
  }
}
