import { documentsIn } from '../document-text.ts'
import type { EventType, LedgerEvent } from '../event.ts'
import type { EpcisEvent, ErrorDeclaration } from './event.ts'
import type { Known, Placed } from './known.ts'
import { eventIdOf, tell } from './tell.ts'

/** Events that say of earlier ones that they were wrong. */
export const AMENDING: readonly EventType[] = [
  'kde.corrected',
  'lot.voided',
  'run.voided',
  'shipment.voided',
  'shipment.unpicked',
]

/** What is put right, and by what. */
const AMENDED: Partial<Record<EventType, readonly EventType[]>> = {
  'receipt.recorded': ['kde.corrected', 'lot.voided'],
  'lot.registered': ['kde.corrected', 'lot.voided'],
  'shipment.picked': ['shipment.voided', 'shipment.unpicked'],
  'shipment.staged': ['shipment.voided', 'shipment.unpicked'],
  'shipment.shipped': ['kde.corrected', 'shipment.voided'],
  'run.consumed': ['run.voided'],
  'run.produced': ['run.voided', 'kde.corrected'],
  'run.returned': ['run.voided'],
}

/** The earlier events of the plant that an amendment is about. */
export function basesOf(amendment: LedgerEvent, known: Known): Placed[] {
  const { subject } = amendment
  const place = placeOf(amendment, known)
  const lotId = subject.startsWith('lot:') ? subject.slice('lot:'.length) : null
  return known.history(toldUnder(subject, known)).filter(({ seq, event }) => {
    if (seq >= place || AMENDED[event.type]?.includes(amendment.type) !== true) return false
    if (isOfOthers(amendment, event)) return false
    return lotId === null || lotsOf(event).includes(lotId)
  })
}

/** What is taken out of a shipment puts nothing right of the lines that stay. */
const isOfOthers = (amendment: LedgerEvent, base: LedgerEvent): boolean =>
  amendment.type === 'shipment.unpicked' &&
  base.type === 'shipment.picked' &&
  !amendment.data.line_ids.includes(base.data.line_id)

/** What was taken out before a shipment stood ready is no part of what stood ready then. */
const isBefore = ({ type }: LedgerEvent, isEarlier: boolean): boolean => isEarlier && type === 'shipment.unpicked'

const placeOf = ({ id, subject }: LedgerEvent, known: Known): number =>
  known.history(subject).find(({ event }) => event.id === id)?.seq ?? 0

/** Rows of the ledger in which an event may be told again: what put it right, or what put right the same. */
export function toldAgain(event: LedgerEvent, known: Known): number[] {
  const bases = AMENDING.includes(event.type) ? basesOf(event, known).map(base => base.event) : [event]
  return bases.flatMap(base => amendmentsOf(base, known)).map(({ seq }) => seq)
}

/** A lot was told by the receipt or the run that it came from. */
function toldUnder(subject: string, known: Known): string {
  if (!subject.startsWith('lot:')) return subject
  const lot = known.lot(subject.slice('lot:'.length))
  if (lot !== null && lot.receipt_id !== null) return `receipt:${lot.receipt_id}`
  return lot !== null && lot.run_id !== null ? `run:${lot.run_id}` : subject
}

function lotsOf(base: LedgerEvent): readonly string[] {
  if (base.type === 'receipt.recorded') return base.data.lot_ids
  return base.type === 'lot.registered' || base.type === 'run.produced' ? [base.data.lot_id] : []
}

/** All that was put right of an event, in the order in which it was. */
export function amendmentsOf(base: LedgerEvent, known: Known): Placed[] {
  const by = AMENDED[base.type]
  if (by === undefined) return []
  const own = placeOf(base, known)
  const subjects = new Set([base.subject, ...lotsOf(base).map(id => `lot:${id}`)])
  return [...subjects]
    .flatMap(subject => known.history(subject))
    .filter(({ seq, event }) => by.includes(event.type) && !isOfOthers(event, base) && !isBefore(event, seq < own))
    .sort((a, b) => a.seq - b.seq)
}

/** What an event means with what was put right before it happened: a shipment may have got another end by then. */
export function tellFirst(event: LedgerEvent, known: Known): EpcisEvent[] {
  const seq = placeOf(event, known)
  const before = amendmentsOf(event, known).filter(by => by.seq < seq)
  return tellAmended(event, before, known)
}

/**
 * What an amendment says: each event that was wrong once more, under the id that it had and with the declaration, and
 * behind it what is true, under an id of its own. An event that never was has nothing behind it.
 */
export function amend(amendment: LedgerEvent, known: Known): EpcisEvent[] {
  return basesOf(amendment, known).flatMap(base => {
    const all = amendmentsOf(base.event, known)
    let told = tellFirst(base.event, known)
    for (const [at, { seq, event: by }] of all.entries()) {
      if (seq < base.seq) continue
      const now = tellAmended(base.event, all.slice(0, at + 1), known)
      const changed = told.map((was, n) => changeOf(was, now[n], by))
      if (by.id === amendment.id) return changed.flatMap(({ said }) => said)
      told = changed.flatMap(({ is }) => is)
    }
    return []
  })
}

interface Changed {
  is: EpcisEvent[]
  said: EpcisEvent[]
}

function changeOf(was: EpcisEvent, now: EpcisEvent | undefined, by: LedgerEvent): Changed {
  if (now === undefined) {
    // What takes a shipment back is told by itself, under the id of what took it back.
    const corrective = by.type === 'shipment.voided' ? [eventIdOf(by, 0)] : []
    return { is: [], said: [declaredWrong(was, by, corrective)] }
  }
  const is = { ...now, eventID: was.eventID }
  if (JSON.stringify(is) === JSON.stringify(was)) return { is: [was], said: [] }
  const right = { ...now, eventID: eventIdOf(by, 0) }
  return { is: [right], said: [declaredWrong(was, by, [right.eventID]), right] }
}

function declaredWrong(was: EpcisEvent, by: LedgerEvent, correctiveEventIDs: string[]): EpcisEvent {
  const { type, eventID, eventTime, eventTimeZoneOffset, ...rest } = was
  const isRight = correctiveEventIDs.length > 0
  const errorDeclaration: ErrorDeclaration = {
    declarationTime: by.recorded_at,
    reason: isRight && by.type !== 'shipment.voided' ? 'incorrect_data' : 'did_not_occur',
    ...(isRight ? { correctiveEventIDs } : {}),
  }
  return { type, eventID, eventTime, eventTimeZoneOffset, errorDeclaration, ...rest }
}

/** What an event means with all that was put right of it. */
function tellAmended(base: LedgerEvent, amendments: readonly Placed[], known: Known): EpcisEvent[] {
  const event = structuredClone(base)
  const lots = new Map<string, object>()
  for (const { event: by } of amendments) {
    if (by.type === 'run.voided' || by.type === 'shipment.voided' || by.type === 'shipment.unpicked') return []
    if (by.type === 'lot.voided') {
      if (event.type !== 'receipt.recorded') return []
      event.data.lot_ids = event.data.lot_ids.filter(id => id !== by.data.lot_id)
    }
    if (by.type !== 'kde.corrected') continue
    const { kde, now } = by.data
    const value = kde === 'documents' ? documentsIn(now) : now
    if (!by.subject.startsWith('lot:')) Object.assign(event.data, { [kde]: value })
    else {
      const id = by.subject.slice('lot:'.length)
      lots.set(id, { ...lots.get(id), [kde]: value })
    }
  }
  const lot = (id: string) => {
    const found = known.lot(id)
    return found === null ? null : { ...found, ...lots.get(id) }
  }
  return tell(event, { ...known, lot })
}
