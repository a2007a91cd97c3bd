import { verify } from 'node:crypto'
import { FlowError } from '@flowviz/contract/error'
import { Claim, ClaimRequest } from '@flowviz/contract/hq'
import { Enrolled, Enrolment } from '@flowviz/contract/sync'
import { timestampOf } from '@flowviz/contract/time'
import { publicKeyOf, rawPublicKey, type WitnessKey } from '../domain/checkpoint.ts'
import { sha256Hex } from '../domain/hash.ts'
import type { AttemptLimit, BoxStore } from '../parts.ts'
import { personOf } from './identity.ts'
import type { App } from './type.ts'

export interface EnrolmentParts {
  boxes: BoxStore
  witness: WitnessKey
  attempts: AttemptLimit
  now: () => number
  /** 128 random bits or more, as text. */
  newSecret: () => string
}

const VALID_S = 3_600

/** A claim code is made here by an administrator and used up by one box. */
export function enrolmentRoutes(app: App, { boxes, witness, attempts, now, newSecret }: EnrolmentParts): void {
  app.post(
    '/v1/claims',
    { schema: { operationId: 'makeClaim', tags: ['box'], body: ClaimRequest, response: { 200: Claim } } },
    async request => {
      const { site, valid_s } = request.body
      const claim = newSecret()
      const expires_at = timestampOf(now() + (valid_s ?? VALID_S) * 1000)
      await boxes.makeClaim({ site, code_sha256: sha256Hex(claim), made_by: personOf(request).id, expires_at })
      return { claim, site, expires_at }
    },
  )

  app.post(
    '/v1/enrolments',
    { schema: { operationId: 'enrol', tags: ['box'], body: Enrolment, response: { 200: Enrolled } } },
    async request => {
      const { claim, site, site_name, public_key, signature } = request.body
      await attempts.take(request.ip)
      const signed = Buffer.from(`${claim}\n${site}\n${public_key}`)
      if (!verify(null, signed, publicKeyOf(public_key), Buffer.from(signature, 'base64')))
        throw new FlowError('claim_invalid', 'The enrolment is not signed by the key that it shows.')
      await boxes.enrol({ site, site_name, public_key, code_sha256: sha256Hex(claim), now: timestampOf(now()) })
      await attempts.forgive(request.ip)
      return { site, cloud_key_name: witness.name, cloud_public_key: rawPublicKey(witness.key) }
    },
  )
}
