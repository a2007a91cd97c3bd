import { say } from './words.ts'

const WORDS = {
  'lot.registered': 'event_registered',
  'receipt.recorded': 'event_received',
  'lot.linked': 'event_linked',
  'lot.split': 'event_split',
  'lot.merged': 'event_merged',
  'lot.reworked': 'event_reworked',
  'lot.expired': 'event_expired',
  'lot.recalled': 'event_recalled',
  'lot.voided': 'event_undone',
  'stock.moved': 'event_moved',
  'hu.moved': 'event_moved',
  'stock.adjusted': 'event_adjusted',
  'hu.packed': 'event_packed',
  'gate.decided': 'event_gate',
  'hold.placed': 'event_hold',
  'hold.widened': 'event_hold',
  'hold.review_started': 'event_review',
  'hold.dispositioned': 'event_disposition',
  'hold.executed': 'event_executed',
  'hold.closed': 'event_hold_closed',
  'deviation.opened': 'event_deviation',
  'run.consumed': 'event_consumed',
  'run.produced': 'event_produced',
  'shipment.picked': 'event_picked',
  'shipment.shipped': 'event_shipped',
  'shipment.returned': 'event_returned',
  'record.signed': 'event_signed',
  'record.reviewed': 'event_reviewed',
  'print.done': 'event_printed',
} as const

/** What happened, in a word; a kind that has none keeps its own name. */
export function eventWord(type: string): string {
  const word = (WORDS as Readonly<Record<string, (typeof WORDS)[keyof typeof WORDS]>>)[type]
  return word === undefined ? say('event_other', { type }) : say(word)
}

/** What was decided or why, as far as the event says it. */
export function eventDetail(data: unknown, reason: string | null): string {
  const told = (data ?? {}) as Record<string, unknown>
  const texts = [told.decision, told.disposition, told.text, told.reason, reason]
  return [...new Set(texts.filter(text => typeof text === 'string' && text !== ''))].join(' · ')
}
