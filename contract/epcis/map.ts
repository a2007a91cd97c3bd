import type { EventType, LedgerEvent } from '../event.ts'
import { AMENDING, amend, tellFirst } from './amend.ts'
import type { EpcisEvent, Said } from './event.ts'
import { classes, type Known } from './known.ts'
import { RULES, stamped, tell } from './tell.ts'

/** Types whose events can mean something in EPCIS. */
export const MAPPED: readonly EventType[] = [...new Set([...Object.keys(RULES), ...AMENDING])] as EventType[]

/** The ledger event that an event id of this site's own points to; null for any other. */
export function ownEventId(eventId: string, site: string): string | null {
  const start = `https://flowviz.example/id/${site}/event/`
  if (eventId.startsWith(start)) return eventId.slice(start.length).split('/')[0] ?? null
  return eventId.startsWith('urn:uuid:') ? eventId.slice('urn:uuid:'.length) : null
}

/** What an event of the plant means in EPCIS 2.0: no event, one, or several. Pure: the same event always says the same. */
export function epcisOf(event: LedgerEvent, known: Known): EpcisEvent[] {
  if (event.type === 'shipment.shipped') return tellFirst(event, known)
  if (!AMENDING.includes(event.type)) return tell(event, known)
  const said = [...amend(event, known), ...tell(event, known)]
  return event.type === 'lot.voided' && said.length === 0
    ? [stamped(event, takenOut(event.data.lot_id, known), 0)]
    : said
}

/** A lot that came to be among others is taken out alone: the others did happen. */
const takenOut = (lotId: string, known: Known): Said => ({
  type: 'ObjectEvent',
  action: 'DELETE',
  bizStep: 'decommissioning',
  disposition: 'inactive',
  quantityList: classes([lotId], known),
})
