import { hexOf } from '@flowviz/contract/chain'
import { FlowError } from '@flowviz/contract/error'
import type { AnyEvent, EventData } from '@flowviz/contract/event'
import type { LotPage } from '@flowviz/contract/lot'
import { isUuid } from '@flowviz/contract/uuid'
import type { PlantReader } from '../parts.ts'
import { auditSearch, type FoundEvent } from './audit-search.ts'
import { epcisReader } from './epcis-reader.ts'
import { type LotQuery, lotPages } from './lot-page.ts'
import { lotInBody } from './lot-row.ts'
import type { LotPlace } from './lot-store.ts'
import { watchedMonitors } from './monitor-record.ts'
import { openForReading } from './open.ts'
import { planOf } from './plan-record.ts'
import { plantStore } from './plant-store.ts'
import { qualityReader } from './quality-reader.ts'
import { recallReader } from './recall-reader.ts'
import { runAt } from './run-record.ts'
import { runView, wholeRun } from './run-view.ts'
import { scanReader } from './scan-reader.ts'
import { stockReader } from './stock-reader.ts'

/**
 * Reads `plant.db` on a connection of its own; the file must have been opened by the writer once.
 * @throws FlowError not_ready when the ledger has not been opened by a writer yet.
 */
export function openPlantReader(path: string): PlantReader {
  const db = openForReading(path)
  const store = plantStore(db)
  const pages = lotPages(db)
  const search = auditSearch(db)
  const lotAt = (place: LotPlace) =>
    lotInBody(store.ledger.row(place.seq)!.body, place, {
      stock: store.stock.ofLot(place.lot_key),
      gates: planOf(place, store).plan.gates.length,
    })
  return {
    ...qualityReader(db, store),
    lots: query => pageOf(pages, query, lotAt),
    lot(idOrCode) {
      const place = isUuid(idOrCode) ? store.lots.byId(idOrCode) : store.lots.byCode(idOrCode)
      return place === null ? null : lotAt(place)
    },
    people: () => store.people.all(),
    credential: name => store.people.credential(name),
    credentialOf: personId => store.people.credentialOf(personId),
    badgeCredential(digest, at) {
      const id = store.badges.idOf(digest)
      const badge = id === null ? null : store.records.get('badge', id)
      const { person_id, expires_at } = (badge?.body ?? {}) as Partial<EventData<'badge.assigned'>>
      if (badge?.state !== 'ACTIVE' || person_id === undefined) return null
      return typeof expires_at === 'string' && expires_at <= at ? null : store.people.credentialOf(person_id)
    },
    users: () => store.people.users(),
    user: personId => store.people.user(personId),
    sessionsOf: personId => store.sessions.ofPerson(personId),
    sessionById: sessionId => store.sessions.byId(sessionId),
    session(tokenSha256) {
      const session = store.sessions.byToken(tokenSha256)
      const person = session === null ? null : store.people.byId(session.person_id)
      if (session === null || person === null) return null
      return { session_id: session.session_id, person, station: session.station, expires_at: session.expires_at }
    },
    devices: () => store.devices.present(),
    record: (kind, id) => store.records.get(kind, id),
    records: query => store.records.page(query),
    stock: stockReader(db, store),
    epcis: epcisReader(store),
    recalls: recallReader(db),
    scans: scanReader(db, store),
    run(idOrCode) {
      const run = runAt(idOrCode, store)
      return run === null ? null : wholeRun(run, store)
    },
    runView: run => runView(run, store),
    events: ({ limit, before, ...filter }) =>
      search.page(filter, { below: before ?? Number.MAX_SAFE_INTEGER, limit }).map(viewOf),
    ledgerRows: (fromSeq, limit) => store.ledger.rows(fromSeq, limit),
    head() {
      const state = store.ledger.state()
      if (state === null) throw new FlowError('not_ready', 'No writer has opened this ledger yet.')
      return { epoch: state.epoch, seq: state.seq, hash: hexOf(state.hash) }
    },
    acked: () => store.acks.get(),
    checkpoint: maxSize => store.checkpoints.newest(maxSize),
    sealedTo: () => store.seals.get(),
    monitors: () => watchedMonitors(store),
    received: (tabletId, epoch) => store.tablets.received(tabletId, epoch),
    judgedTo: () => store.monitors.cursor(),
    close: () => void db.close(),
  }
}

function pageOf(
  pages: (query: LotQuery) => LotPlace[],
  query: LotQuery,
  lotAt: (place: LotPlace) => LotPage['lots'][0],
): LotPage {
  const places = pages({ ...query, limit: query.limit + 1 })
  const shown = places.slice(0, query.limit)
  const last = shown.at(-1)
  return {
    lots: shown.map(lotAt),
    next: places.length > query.limit && last !== undefined ? String(last.lot_key) : null,
  }
}

function viewOf({ row, event }: FoundEvent): { seq: number; hash: string; event: AnyEvent } {
  return { seq: row.seq, hash: hexOf(row.hash), event }
}
