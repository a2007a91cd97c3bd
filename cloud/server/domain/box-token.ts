import { FlowError } from '@flowviz/contract/error'
import { BoxClaims, CLOUD_AUDIENCE } from '@flowviz/contract/sync'
import { timestampOf } from '@flowviz/contract/time'
import { Compile } from 'typebox/compile'

const claims = Compile(BoxClaims)
const LIFE_MAX_S = 120
const SKEW_S = 30

/** The site that a token says it is of; null when it names none. Nothing is proven by it. */
export function siteOfIssuer(issuer: unknown): string | null {
  return typeof issuer === 'string' && issuer.startsWith('box:') ? issuer.slice(4) : null
}

/**
 * Checks what a box signed against the request. A token that is out of its time gets our time with the refusal, so that
 * the box can correct its tokens without touching the plant's clock.
 * @throws FlowError token_invalid, token_expired.
 */
export function checkBoxClaims(value: unknown, request: { subject: string; now_ms: number }): BoxClaims {
  const { subject, now_ms } = request
  if (!claims.Check(value)) throw new FlowError('token_invalid', 'The token lacks a claim.')
  if (value.aud !== CLOUD_AUDIENCE) throw new FlowError('token_invalid', `The token is not for ${CLOUD_AUDIENCE}.`)
  if (value.sub !== subject) throw new FlowError('token_invalid', `The token was signed for ${value.sub}.`)
  const now_s = now_ms / 1000
  const extra = { server_time: timestampOf(now_ms) }
  if (value.exp + SKEW_S < now_s) throw new FlowError('token_expired', 'The token is too old here.', { extra })
  if (Math.max(value.iat, value.nbf ?? value.iat) - SKEW_S > now_s)
    throw new FlowError('token_invalid', 'The token is from the future.', { extra })
  if (value.exp - now_s > LIFE_MAX_S + SKEW_S || value.exp - value.iat > LIFE_MAX_S)
    throw new FlowError('token_invalid', `A token lives at most ${LIFE_MAX_S} s.`, { extra })
  return value
}
