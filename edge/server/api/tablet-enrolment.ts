import { codeOf, FlowError } from '@flowviz/contract/error'
import { EnrolledTablet, TabletEnrolment } from '@flowviz/contract/tablet'
import { timestampOf } from '@flowviz/contract/time'
import type { FastifyRequest } from 'fastify'
import { isPoint } from '../domain/tablet-signature.ts'
import { type Doors, REFUSAL } from './door.ts'
import { invitationDigest } from './keyed-digest.ts'
import type { DoorParts } from './parts.ts'
import { tabletCookies } from './tablet-cookie.ts'
import { enrolledTablet } from './tablet-find.ts'

/** A tablet sets itself up, and asks who it is. */
export function tabletEnrolment(app: Doors, parts: DoorParts): void {
  const { plant, sync, site, site_name, now } = parts
  const cookies = tabletCookies(parts.token_key)
  const digestOf = invitationDigest(parts.token_key)
  const tries = guarded(parts)
  const shown = (tablet_id: string): EnrolledTablet => {
    const { title, station, code_prefix } = enrolledTablet(parts, tablet_id)
    return { tablet_id, title, station, site, site_name, code_prefix, server_time: timestampOf(now()) }
  }

  app.post(
    '/api/v1/tablets',
    {
      schema: {
        operationId: 'enrolTablet',
        tags: ['tablet'],
        summary: 'Sets this tablet up by the code of an invitation, or again by its cookie.',
        body: TabletEnrolment,
        response: { 201: EnrolledTablet, ...REFUSAL },
      },
    },
    async (request, reply) => {
      const { code, key, epoch } = request.body
      if (!isPoint(key))
        throw new FlowError('body_invalid', 'The key is no point of P-256.', {
          extra: { errors: [{ field: 'key', message: 'is no point of P-256' }] },
        })
      const cookie = code === undefined ? cookies.read(request) : null
      if (code === undefined && cookie === null) throw new FlowError('tablet_unknown')
      const by = cookie ?? { digest: digestOf(code!) }
      const enrol = () => plant.submit('enrol-tablet', { by, key, epoch })
      // A code can be guessed. A cookie bears our mac, and its tablet asks again and again while it is revoked.
      const enrolment = cookie === null ? await tries(request, enrol) : await enrol()
      cookies.give(reply, enrolment)
      sync.nudge()
      return reply.code(201).send(shown(enrolment.tablet_id))
    },
  )
  app.get(
    '/api/v1/tablets/me',
    {
      schema: {
        operationId: 'whichTablet',
        tags: ['tablet'],
        summary: 'Which tablet this is, by its cookie.',
        response: { 200: EnrolledTablet, ...REFUSAL },
      },
    },
    async (request, reply) => {
      const cookie = cookies.read(request)
      if (cookie === null) throw new FlowError('tablet_unknown')
      const { enrolment_id, enrolment_before } = enrolledTablet(parts, cookie.tablet_id)
      if (![enrolment_id, enrolment_before].includes(cookie.enrolment_id)) throw new FlowError('tablet_unknown')
      // Its year begins anew, so that one that is in use is never forgotten.
      cookies.give(reply, { tablet_id: cookie.tablet_id, enrolment_id })
      return shown(cookie.tablet_id)
    },
  )
}

/** What the event of a lock has room for. */
const NAME_CHARS = 40

/** Tries of an address count as tries to sign in do, under a name that nobody can have. */
function guarded({ attempts }: Pick<DoorParts, 'attempts'>) {
  return async <T>({ ip }: FastifyRequest, enrol: () => Promise<T>): Promise<T> => {
    const name = `tablet:${ip}`.slice(0, NAME_CHARS)
    await attempts.take(ip, name)
    try {
      const enrolment = await enrol()
      await attempts.forgive(ip, name)
      return enrolment
    } catch (error) {
      if (codeOf(error) === 'invitation_wrong') await attempts.fail(ip, name)
      throw error
    }
  }
}
