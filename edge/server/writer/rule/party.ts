import { FlowError } from '@flowviz/contract/error'
import type { Party } from '@flowviz/contract/plant/party'
import type { Context } from '../command-context.ts'
import { findRecord } from './find.ts'

/** A business that is what it has to be here. @throws FlowError record_not_found, party_unfit. */
export function requireParty(partyId: string, kind: 'customer' | 'carrier', context: Context): Party {
  const { body, state } = findRecord('party', partyId, context)
  const party = body.party as Party
  if (state === 'ACTIVE' && party.kinds.includes(kind)) return party
  throw new FlowError('party_unfit', `${party.title} is no active ${kind}.`)
}
