import { FlowError } from '@flowviz/contract/error'
import type { Signer, Signing, Witnessing } from '@flowviz/contract/signature'
import type { FastifyRequest } from 'fastify'
import { signedInOf } from './identity.ts'
import type { DoorParts } from './parts.ts'
import { prove } from './prove.ts'

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

export function signDesk(parts: Pick<DoorParts, 'reader' | 'attempts' | 'plant' | 'site' | 'continuity'>): SignDesk {
  const { reader, continuity } = parts
  return {
    async signer(request, sign) {
      if (sign === undefined) return null
      const { person_id, session_id } = signedInOf(request)
      const credential = reader.credentialOf(person_id)
      const own = credential?.person.name
      if (own === undefined || (sign.name !== undefined && sign.name !== own)) throw new FlowError('signature_refused')
      if (sign.name === undefined && !continuity.isContinuous(request))
        throw new FlowError('signature_missing', 'The first signing of a session takes your name and your secret.')
      await prove(parts, request, { account: own, credential, secret: sign.secret, code: 'signature_refused' })
      continuity.signed(request)
      const components = sign.name === undefined ? 'secret' : 'name_and_secret'
      return { person_id, session_id, components, meaning: sign.meaning ?? null }
    },
    async witness(request, witness) {
      if (witness === undefined) return null
      const { person_id: first, session_id } = signedInOf(request)
      const { name: account, secret } = witness
      const credential = reader.credential(account)
      const { person } = await prove(parts, request, { account, credential, secret, code: 'signature_refused' })
      if (person.id === first)
        throw new FlowError('second_person_missing', 'A witness is somebody else.', { extra: { first_person: first } })
      // A secret that somebody else set proves nobody (21 CFR 11.200(a)(2)).
      if (credential?.must_change === true) throw new FlowError('secret_change_needed')
      return { person_id: person.id, session_id, components: 'name_and_secret', meaning: 'witnessed' }
    },
  }
}
