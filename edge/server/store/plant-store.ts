import { ackStore } from './ack-store.ts'
import { auditSearch } from './audit-search.ts'
import { badgeStore } from './badge-store.ts'
import { checkpointStore } from './checkpoint-store.ts'
import { deviceStore } from './device-store.ts'
import { eventStore } from './event-store.ts'
import { gateStore } from './gate-store.ts'
import { holdStore } from './hold-store.ts'
import { huStore } from './hu-store.ts'
import { idempotencyStore } from './idempotency-store.ts'
import { ledgerStore } from './ledger-store.ts'
import { linkStore } from './link-store.ts'
import { lotStore } from './lot-store.ts'
import { monitorStore } from './monitor-store.ts'
import type { Sqlite } from './open.ts'
import { personStore } from './person-store.ts'
import { recallStore } from './recall-store.ts'
import { recordStore } from './record-store.ts'
import { runStore } from './run-store.ts'
import { sealStore } from './seal-store.ts'
import { sessionStore } from './session-store.ts'
import { stayStore } from './stay-store.ts'
import { stockStore } from './stock-store.ts'
import { tabletStore } from './tablet-store.ts'
import { tlcStore } from './tlc-store.ts'

export type PlantStore = ReturnType<typeof plantStore>

/** Every table of `plant.db` on one connection. */
export function plantStore(db: Sqlite) {
  return {
    ledger: ledgerStore(db),
    events: eventStore(db),
    lots: lotStore(db),
    stock: stockStore(db),
    stays: stayStore(db),
    links: linkStore(db),
    gates: gateStore(db),
    holds: holdStore(db),
    records: recordStore(db),
    recalls: recallStore(db),
    monitors: monitorStore(db),
    hus: huStore(db),
    tlcs: tlcStore(db),
    runs: runStore(db),
    history: auditSearch(db),
    devices: deviceStore(db),
    people: personStore(db),
    badges: badgeStore(db),
    sessions: sessionStore(db),
    tablets: tabletStore(db),
    acks: ackStore(db),
    idempotency: idempotencyStore(db),
    checkpoints: checkpointStore(db),
    seals: sealStore(db),
  }
}
