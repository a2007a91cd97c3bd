import type { EventType, LedgerEvent } from '../event.ts'
import type { EpcisEvent, Said, Told } from './event.ts'
import type { Known } from './known.ts'
import { LOGISTICS_RULES } from './map/logistics.ts'
import { LOT_RULES } from './map/lot.ts'
import { QUALITY_RULES } from './map/quality.ts'
import { RUN_RULES } from './map/run.ts'
import { SENSOR_RULES } from './map/sensor.ts'

type Rule = (told: Told<never>, known: Known) => Said[]

/** Events that mean something in EPCIS by themselves. */
export const RULES: Partial<Record<EventType, Rule>> = {
  ...LOT_RULES,
  ...RUN_RULES,
  ...QUALITY_RULES,
  ...LOGISTICS_RULES,
  ...SENSOR_RULES,
}

/** An event and its place in the plant's ledger event: the first has its UUID, the others an address below it. */
export const eventIdOf = (event: LedgerEvent, at: number): string =>
  at === 0 ? `urn:uuid:${event.id}` : `https://flowviz.example/id/${event.site}/event/${event.id}/${at}`

/** What an event means when nothing was put right afterwards. */
export function tell(event: LedgerEvent, known: Known): EpcisEvent[] {
  const rule = RULES[event.type]
  if (rule === undefined) return []
  return rule(event as unknown as Told<never>, known).map((said, at) => stamped(event, said, at))
}

/** The ledger says all times in UTC; what the clock on the wall showed is not known of an event. */
export function stamped(event: LedgerEvent, { type, ...rest }: Said, at: number): EpcisEvent {
  return { type, eventID: eventIdOf(event, at), eventTime: event.occurred_at, eventTimeZoneOffset: '+00:00', ...rest }
}
