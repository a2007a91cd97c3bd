import { FlowError } from '@flowviz/contract/error'
import { Name } from '@flowviz/contract/name'
import {
  TabletInvitation,
  TabletInvitationRequest,
  TabletPage,
  TabletRevocation,
  TabletView,
} from '@flowviz/contract/tablet'
import { timestampOf } from '@flowviz/contract/time'
import Type from 'typebox'
import { type TabletBody, tabletOf } from '../store/tablet-record.ts'
import { type Doors, REFUSAL } from './door.ts'
import { signedInOf } from './identity.ts'
import { invitationDigest } from './keyed-digest.ts'
import type { DoorParts } from './parts.ts'
import { tabletIn, tabletView } from './tablet-find.ts'
import { actorOf } from './token.ts'

const TABLETS_MAX = 1_000
const INVITED_MS = 10 * 60_000
const CODE_CHARS = 8
/** 32 that nobody mistakes for another: no 0 and O, no 1 and I. */
const ALPHABET = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'

export const TabletParams = Type.Object({ tablet_id: Name })

/** Inviting, listing and revoking tablets; setting one up is `tabletEnrolment`. */
export function tablets(app: Doors, parts: DoorParts): void {
  const { plant, reader, sync, now, randomBytes } = parts
  const digestOf = invitationDigest(parts.token_key)
  const viewOf = (tablet: TabletBody): TabletView => tabletView(tablet, reader.received(tablet.tablet_id, tablet.epoch))

  app.post(
    '/api/v1/tablets/invitations',
    {
      schema: {
        operationId: 'inviteTablet',
        tags: ['tablet'],
        summary: 'Gives a code that sets up one tablet, once, within ten minutes.',
        body: TabletInvitationRequest,
        response: { 201: TabletInvitation, ...REFUSAL },
      },
    },
    async (request, reply) => {
      const { title, station = null, tablet_id: asked = null } = request.body
      const code = codeOf(randomBytes(CODE_CHARS))
      const expires_at = timestampOf(now() + INVITED_MS)
      const actor = actorOf(signedInOf(request))
      const invitation = { actor, tablet_id: asked, title, station, digest: digestOf(code), expires_at }
      const { tablet_id } = await plant.submit('invite-tablet', invitation)
      sync.nudge()
      return reply.code(201).send({ code, tablet_id, expires_at })
    },
  )
  app.get(
    '/api/v1/tablets',
    {
      schema: {
        operationId: 'listTablets',
        tags: ['tablet'],
        summary: 'Every tablet that was ever set up, the newest first.',
        response: { 200: TabletPage, ...REFUSAL },
      },
    },
    async () => {
      const records = reader.records({ kind: 'tablet', limit: TABLETS_MAX })
      return { tablets: records.map(tabletOf).flatMap(tablet => (tablet === null ? [] : [viewOf(tablet)])) }
    },
  )
  app.post(
    '/api/v1/tablets/:tablet_id/revocation',
    {
      schema: {
        operationId: 'revokeTablet',
        tags: ['tablet'],
        summary: 'Takes no command of a tablet any more, until it is set up again.',
        params: TabletParams,
        body: TabletRevocation,
        response: { 200: TabletView, ...REFUSAL },
      },
    },
    async request => {
      const { tablet_id } = request.params
      const { reason } = request.body
      await plant.submit('revoke-tablet', { actor: actorOf(signedInOf(request)), tablet_id, reason })
      sync.nudge()
      const tablet = tabletIn(parts, tablet_id)
      if (tablet === null) throw new FlowError('tablet_unknown')
      return viewOf(tablet)
    },
  )
}

function codeOf(random: Uint8Array): string {
  const letters = Array.from(random, byte => ALPHABET[byte % ALPHABET.length]).join('')
  return `${letters.slice(0, 4)}-${letters.slice(4)}`
}
