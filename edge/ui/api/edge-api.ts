import type { AlarmPage } from '@flowviz/contract/alarm'
import type { DeviceView } from '@flowviz/contract/device'
import type { Person } from '@flowviz/contract/identity'
import type { SyncStatus } from '@flowviz/contract/live'
import type { Lot, LotPage, LotRegistration } from '@flowviz/contract/lot'
import type { Access } from '@flowviz/contract/screen/access'
import { openFeed } from '@flowviz/contract/screen/open-feed'
import type { Answer } from '@flowviz/contract/screen/trouble'
import {
  getOpenStreamUrl,
  getSync,
  listAlarms,
  listDevices,
  listLots,
  listPeople,
  registerLot,
} from '@flowviz/edge-client/generated/api'

/** What the floor screen asks of the appliance. Every answer is a value or a trouble; nothing throws but `stream`. */
export interface EdgeApi {
  people: () => Promise<Answer<{ people: Person[] }>>
  devices: () => Promise<Answer<{ devices: DeviceView[] }>>
  /** The newest lots, newest first. */
  lots: () => Promise<Answer<LotPage>>
  sync: () => Promise<Answer<SyncStatus>>
  /** What nobody has taken note of yet. */
  alarms: () => Promise<Answer<AlarmPage>>
  /** The key names the command for ever: sent again, it registers nothing twice. */
  registerLot: (registration: LotRegistration, key: string) => Promise<Answer<Lot>>
  /** The live stream; rejects when it cannot be opened. */
  stream: (signal: AbortSignal) => Promise<ReadableStream<Uint8Array>>
}

const LOTS_SHOWN = 200

export function createEdgeApi(access: Access): EdgeApi {
  return {
    people: () => access.ask(listPeople),
    devices: () => access.ask(listDevices),
    lots: () => access.ask(() => listLots({ limit: LOTS_SHOWN })),
    sync: () => access.ask(getSync),
    alarms: () => access.ask(() => listAlarms({ state: 'RAISED' })),
    registerLot: (registration, key) => access.ask(() => registerLot(registration, { 'idempotency-key': key })),
    stream: signal => openFeed({ access, url: getOpenStreamUrl(), signal, fetch: (url, init) => fetch(url, init) }),
  }
}
