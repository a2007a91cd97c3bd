import { createHmac, type KeyObject, timingSafeEqual } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { derived } from './keyed-digest.ts'

const COOKIE = 'flowviz_tablet'
const PATH = '/api/v1/tablets'
const YEAR_S = 365 * 86_400
const TEXT = /^(?<tablet_id>[a-z0-9-]{1,40})\.(?<enrolment_id>[0-9a-f-]{36})\.(?<mac>[\w-]{43})$/

/** Which enrolment a tablet's cookie names. */
export interface CookieOf {
  tablet_id: string
  enrolment_id: string
}

/** The cookie by which a tablet that lost its store is known again. */
export interface TabletCookies {
  /** Of the request, if this box gave it; whether it still counts, the ledger says. */
  read(request: FastifyRequest): CookieOf | null
  give(reply: FastifyReply, of: CookieOf): void
}

/**
 * `<tablet>.<enrolment>.<mac>`: another one with each enrolment, and nothing of it has to be kept. It proves which
 * tablet this is and nothing more: a command takes the tablet's key.
 */
export function tabletCookies(key: KeyObject): TabletCookies {
  const macKey = derived(key, 'flowviz tablet cookie')
  const macOf = (named: string) => createHmac('sha256', macKey).update(named).digest('base64url')
  return {
    read(request) {
      const found = TEXT.exec(request.cookies[COOKIE] ?? '')?.groups as (CookieOf & { mac: string }) | undefined
      if (found === undefined) return null
      const { tablet_id, enrolment_id, mac } = found
      const isOurs = timingSafeEqual(Buffer.from(mac), Buffer.from(macOf(`${tablet_id}.${enrolment_id}`)))
      return isOurs ? { tablet_id, enrolment_id } : null
    },
    give(reply, { tablet_id, enrolment_id }) {
      const named = `${tablet_id}.${enrolment_id}`
      reply.setCookie(COOKIE, `${named}.${macOf(named)}`, {
        path: PATH,
        httpOnly: true,
        sameSite: 'strict',
        secure: reply.request.protocol === 'https',
        maxAge: YEAR_S,
      })
    },
  }
}
