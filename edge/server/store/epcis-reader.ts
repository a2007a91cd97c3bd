import { toldAgain } from '@flowviz/contract/epcis/amend'
import type { Json } from '@flowviz/contract/epcis/finding'
import { type Known, ownLotCode } from '@flowviz/contract/epcis/known'
import { epcisOf, ownEventId } from '@flowviz/contract/epcis/map'
import type { LedgerEvent } from '@flowviz/contract/event'
import { isUuid } from '@flowviz/contract/uuid'
import { epcisKnown } from './epcis-known.ts'
import { epcisPlaces } from './epcis-places.ts'
import { eventIn } from './event-body.ts'
import type { PlantStore } from './plant-store.ts'
import type { StoredRecord } from './record-store.ts'

/** What one row of the ledger says in EPCIS, each with the time of its record. */
export interface SaidRow {
  seq: number
  recorded_at: string
  events: Json[]
}

/** The plant's own events and those that were captured, as EPCIS. */
export interface EpcisReader {
  /** Some rows of the ledger from a number on, in their order; fewer than `limit` at its end. */
  rows(fromSeq: number, limit: number): SaidRow[]
  /** The rows of some numbers that are there, in the order in which they are given. */
  rowsOf(seqs: readonly number[]): SaidRow[]
  /** Numbers of the rows in which one of some goods may be named, rising; never too few of them. */
  naming(goods: readonly string[]): number[]
  /** All that was said under an event id: the event, and the declaration that it was wrong. */
  byId(eventId: string): Json[]
  capture(captureId: string): StoredRecord | null
  /** False for a URI that names a lot of this site which is not here. */
  isLotKnown(uri: string): boolean
}

export function epcisReader(store: PlantStore): EpcisReader {
  const knownNow = (): Known => epcisKnown(store, store.ledger.state()?.site ?? '')

  function said(seq: number, body: string, known: Known): SaidRow {
    const event = eventIn(body)
    const { recorded_at } = event
    const events = event.type === 'epcis.captured' ? [JSON.parse(event.data.text) as Json] : own(event, known)
    return { seq, recorded_at, events: events.map(one => ({ ...one, recordTime: recorded_at })) }
  }

  const own = (event: LedgerEvent, known: Known) => epcisOf(event, known) as unknown as Json[]

  function rowsAt(seqs: readonly number[], known: Known): Json[] {
    return seqs.flatMap(seq => {
      const row = store.ledger.row(seq)
      return row === null ? [] : said(seq, row.body, known).events
    })
  }

  return {
    rows(fromSeq, limit) {
      const known = knownNow()
      return store.ledger.rows(fromSeq, limit).map(({ seq, body }) => said(seq, body, known))
    },
    rowsOf(seqs) {
      const known = knownNow()
      return seqs.flatMap(seq => {
        const row = store.ledger.row(seq)
        return row === null ? [] : [said(seq, row.body, known)]
      })
    },
    naming(goods) {
      const known = knownNow()
      return [...new Set(goods.flatMap(uri => epcisPlaces(uri, { known, store })))].sort((a, b) => a - b)
    },
    byId(eventId) {
      const known = knownNow()
      const id = ownEventId(eventId, known.site)
      const seq = id !== null && isUuid(id) ? store.events.seqOf(id) : null
      if (seq === null) {
        const hash = /^ni:\/\/\/sha-256;(?<hash>[0-9a-f]{64})\?/.exec(eventId)?.groups?.hash
        const byHash = hash === undefined ? null : store.records.get('epcis_event', hash)
        const captured = store.records.page({ kind: 'epcis_event', parent: eventId, limit: 10 })
        const found = captured.length > 0 || byHash === null ? captured : [byHash]
        return rowsAt(
          found.map(({ at }) => at).sort((a, b) => a - b),
          known,
        )
      }
      const again = toldAgain(eventIn(store.ledger.row(seq)!.body), known)
      const places = [...new Set([seq, ...again])].sort((a, b) => a - b)
      return rowsAt(places, known).filter(({ eventID }) => eventID === eventId)
    },
    capture: captureId => store.records.get('epcis_capture', captureId),
    isLotKnown(uri) {
      const code = ownLotCode(uri, knownNow())
      if (code === null) return true
      if (isUuid(code)) return store.lots.byId(code) !== null
      return store.lots.byCode(code) !== null || store.tlcs.sources(code).length > 0
    },
  }
}
