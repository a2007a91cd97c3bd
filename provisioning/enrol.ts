import type { Claim } from '@flowviz/contract/hq'
import type { Session } from '@flowviz/contract/identity'
import type { Enrolled, Enrolment } from '@flowviz/contract/sync'
import { call } from './call.ts'
import { publicKeyOf, signText } from './demo/keys.ts'

/** Who a box is, and the private key (PEM) that never leaves it. */
export interface BoxIdentity {
  site: string
  site_name: string
  privatePem: string
}

/** The body of `POST /v1/enrolments`: the public key, signed with the claim so that nobody can enrol another's key. */
export function enrolmentOf({ site, site_name, privatePem }: BoxIdentity, claim: string): Enrolment {
  const public_key = publicKeyOf(privatePem)
  return { claim, site, site_name, public_key, signature: signText(privatePem, `${claim}\n${site}\n${public_key}`) }
}

/**
 * Shows a claim code to headquarters; from then on it takes this box's records.
 * @returns the setting FLOWVIZ_CLOUD_KEY, `<name>:<base64 raw public key>`.
 * @throws FlowError claim_invalid, peer_unreachable, body_invalid.
 */
export async function enrolBox(cloudUrl: string, claim: string, box: BoxIdentity): Promise<string> {
  const body = enrolmentOf(box, claim)
  const enrolled = await call<Enrolled>(new URL('/v1/enrolments', cloudUrl).href, { method: 'POST', body })
  return `${enrolled.cloud_key_name}:${enrolled.cloud_public_key}`
}

/**
 * Makes a claim code as an administrator of headquarters.
 * @throws FlowError credentials_wrong, role_insufficient, peer_unreachable.
 */
export async function makeClaim(
  cloudUrl: string,
  admin: { name: string; secret: string },
  site: string,
): Promise<string> {
  const login = { name: admin.name, secret: admin.secret }
  const session = await call<Session>(new URL('/v1/login', cloudUrl).href, { method: 'POST', body: login })
  const made = await call<Claim>(new URL('/v1/claims', cloudUrl).href, {
    method: 'POST',
    body: { site },
    token: session.access_token,
  })
  return made.claim
}
