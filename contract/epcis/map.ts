import type { EventType, LedgerEvent } from '../event.ts'
import type { EpcisEvent, Said, Told } from './event.ts'
import { classes, type Known } from './known.ts'
import { LOGISTICS_RULES } from './map/logistics.ts'
import { LOT_RULES } from './map/lot.ts'
import { QUALITY_RULES } from './map/quality.ts'
import { RUN_RULES } from './map/run.ts'

type Rule = (told: Told<never>, known: Known) => Said[]

/** Events that mean something in EPCIS by themselves. */
const RULES: Partial<Record<EventType, Rule>> = { ...LOT_RULES, ...RUN_RULES, ...QUALITY_RULES, ...LOGISTICS_RULES }

/** Events that take earlier ones back: these are said again, with the declaration that they were wrong. */
const TAKEN_BACK: Partial<Record<EventType, readonly EventType[]>> = {
  'lot.voided': ['lot.registered'],
  'run.voided': ['run.consumed', 'run.produced', 'run.returned'],
}

/** Types whose events can mean something in EPCIS. */
export const MAPPED: readonly EventType[] = [...Object.keys(RULES), ...Object.keys(TAKEN_BACK)] as EventType[]

/** An event and its place in the plant's ledger event: the first has its UUID, the others an address below it. */
const idOf = (event: LedgerEvent, at: number): string =>
  at === 0 ? `urn:uuid:${event.id}` : `https://flowviz.example/id/${event.site}/event/${event.id}/${at}`

/** The ledger event that an event id of this site's own points to; null for any other. */
export function ownEventId(eventId: string, site: string): string | null {
  const start = `https://flowviz.example/id/${site}/event/`
  if (eventId.startsWith(start)) return eventId.slice(start.length).split('/')[0] ?? null
  return eventId.startsWith('urn:uuid:') ? eventId.slice('urn:uuid:'.length) : null
}

/** What an event of the plant means in EPCIS 2.0: no event, one, or several. Pure: the same event always says the same. */
export function epcisOf(event: LedgerEvent, known: Known): EpcisEvent[] {
  const takenBack = TAKEN_BACK[event.type]
  if (takenBack === undefined) return saidOf(event, known)
  const said = known
    .history(event.subject)
    .filter(({ type }) => takenBack.includes(type))
    .flatMap(earlier => saidOf(earlier, known))
  if (event.type === 'lot.voided' && said.length === 0) return [stamped(event, voided(event.data.lot_id, known), 0)]
  return said.map(one => withDeclaration(one, event.recorded_at))
}

/** A lot that came to be among others, in a receipt or a run, is taken out alone: the others did happen. */
const voided = (lotId: string, known: Known): Said => ({
  type: 'ObjectEvent',
  action: 'DELETE',
  bizStep: 'decommissioning',
  disposition: 'inactive',
  quantityList: classes([lotId], known),
})

function saidOf(event: LedgerEvent, known: Known): EpcisEvent[] {
  const rule = RULES[event.type]
  if (rule === undefined) return []
  return rule(event as unknown as Told<never>, known).map((said, at) => stamped(event, said, at))
}

/** The ledger says all times in UTC; what the clock on the wall showed is not known of an event. */
function stamped(event: LedgerEvent, { type, ...rest }: Said, at: number): EpcisEvent {
  return { type, eventID: idOf(event, at), eventTime: event.occurred_at, eventTimeZoneOffset: '+00:00', ...rest }
}

/** The same event once more, with its own id, declared not to have happened. */
function withDeclaration(said: EpcisEvent, declarationTime: string): EpcisEvent {
  const { type, eventID, eventTime, eventTimeZoneOffset, ...rest } = said
  const errorDeclaration = { declarationTime, reason: 'did_not_occur' } as const
  return { type, eventID, eventTime, eventTimeZoneOffset, errorDeclaration, ...rest }
}
