import type { DeviceView } from '@flowviz/contract/device'
import type { Person } from '@flowviz/contract/identity'
import type { SyncStatus } from '@flowviz/contract/live'
import type { Lot, LotPage, LotRegistration } from '@flowviz/contract/lot'
import type { Access } from '@flowviz/contract/screen/access'
import type { Answer } from '@flowviz/contract/screen/trouble'

/** What the floor screen asks of the appliance. Every answer is a value or a trouble; nothing throws. */
export interface EdgeApi {
  people: () => Promise<Answer<{ people: Person[] }>>
  devices: () => Promise<Answer<{ devices: DeviceView[] }>>
  lots: () => Promise<Answer<LotPage>>
  sync: () => Promise<Answer<SyncStatus>>
  /** The key names the command for ever: sent again, it registers nothing twice. */
  registerLot: (registration: LotRegistration, key: string) => Promise<Answer<Lot>>
  /** The live stream; rejects when it cannot be opened. */
  stream: (signal: AbortSignal) => Promise<ReadableStream<Uint8Array>>
}

export const ACCESS_PATHS = { login: '/api/v1/login', refresh: '/api/v1/refresh', logout: '/api/v1/logout' }

const LOTS_SHOWN = 200

export function createEdgeApi(access: Access): EdgeApi {
  return {
    people: () => access.ask('/api/v1/people'),
    devices: () => access.ask('/api/v1/devices'),
    lots: () => access.ask(`/api/v1/lots?limit=${LOTS_SHOWN}`),
    sync: () => access.ask('/api/v1/sync'),
    registerLot: (registration, key) =>
      access.ask('/api/v1/lots', {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'idempotency-key': key },
        body: JSON.stringify(registration),
      }),
    stream: async signal => {
      const response = await access.send('/api/v1/stream', { signal, headers: { accept: 'text/event-stream' } })
      if (!response.ok || response.body === null) throw new Error(`stream refused: ${response.status}`)
      return response.body
    },
  }
}
