import { type ErrorCode, FlowError } from '@flowviz/contract/error'
import type { FastifyRequest } from 'fastify'
import { matchesSecret } from '../secret.ts'
import type { Credential } from '../store/person-store.ts'
import type { DoorParts } from './parts.ts'

/** Compared when nobody has the name, so that a wrong name takes as long as a wrong secret. */
const NOBODY = '$argon2id$v=19$m=19456,t=2,p=1$bm9ib2R5LWhhcy10aGlz$3q2+796tvu/erb7v3q2+796tvu/erb7v3q2+796tvu8'

/** Who somebody says to be. */
export interface Claim {
  /** Under which tries are counted: the name, also where a badge stood for it. */
  account: string
  /** Null: nobody is known by that name or badge. */
  credential: Credential | null
  secret: string
  /** What a wrong one is refused with; the same words whether the name or the secret is wrong. */
  code: Extract<ErrorCode, 'credentials_wrong' | 'signature_refused'>
}

/**
 * Proves a person by the secret. Every wrong try is counted and stands in the ledger; too many lock the account.
 * @throws FlowError account_locked, rate_limited, and the code of the claim.
 */
export async function prove(
  { attempts, plant, site }: Pick<DoorParts, 'attempts' | 'plant' | 'site'>,
  request: FastifyRequest,
  { account, credential, secret, code }: Claim,
): Promise<Credential> {
  await attempts.take(request.ip, account)
  const isRight = await matchesSecret(credential?.secret_hash ?? NOBODY, secret)
  if (credential !== null && isRight) {
    await attempts.forgive(request.ip, account)
    return credential
  }
  await attempts.fail(request.ip, account)
  const person_id = credential?.person.id ?? null
  await plant.submit('record', {
    type: 'session.refused',
    actor: { kind: 'box', id: site, role: null, station: null, device: null, auth: 'none' },
    subject: person_id === null ? `address:${request.ip}` : `person:${person_id}`,
    data: { person_id, name: person_id === null ? account : null, cause: code, address: request.ip },
    occurred_at: null,
  })
  throw new FlowError(code)
}
