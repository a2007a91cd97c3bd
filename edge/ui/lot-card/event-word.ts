import type { Said } from '@flowviz/contract/said'
import { saidText } from '../word/said.ts'
import { words } from '../word/words.ts'
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
  'shipment.unpicked': 'event_unpicked',
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

const sayDecided = words(
  {
    PASS: 'passed',
    HOLD: 'held',
    FAIL: 'rejected',
    release: 'release',
    rework: 'rework',
    divert: 'divert',
    destroy: 'destroy',
    return: 'send back',
  },
  {
    PASS: 'liberado',
    HOLD: 'retenido',
    FAIL: 'rechazado',
    release: 'liberar',
    rework: 'reprocesar',
    divert: 'desviar',
    destroy: 'destruir',
    return: 'devolver',
  },
)
type Decided = Parameters<typeof sayDecided>[0]
const DECIDED = ['PASS', 'HOLD', 'FAIL', 'release', 'rework', 'divert', 'destroy', 'return'] as const

/** A decision or a disposition as a word; one of a newer appliance keeps its own. */
function decided(word: unknown): unknown {
  const known: Decided | undefined = DECIDED.find(one => one === word)
  return known === undefined ? word : sayDecided(known)
}

/** What was decided or why, as far as the event says it. */
export function eventDetail(data: unknown, reason: string | null): string {
  const told = (data ?? {}) as Record<string, unknown>
  const said = told.said as Said | undefined
  const sayText = (text: unknown) => (typeof text === 'string' ? saidText(text, said) : null)
  const texts = [decided(told.decision), decided(told.disposition), sayText(told.text), sayText(told.reason), reason]
  return [...new Set(texts.filter(text => typeof text === 'string' && text !== ''))].join(' · ')
}
