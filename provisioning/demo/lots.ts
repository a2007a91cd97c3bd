import { setTimeout as wait } from 'node:timers/promises'
import type { DeviceView } from '@flowviz/contract/device'
import { FlowError } from '@flowviz/contract/error'
import type { Session } from '@flowviz/contract/identity'
import type { Lot, LotPage, LotRegistration } from '@flowviz/contract/lot'
import { call } from '../call.ts'
import type { DemoPerson } from './people.ts'
import type { Plant } from './plant.ts'

/** What the demo's operator receives on a morning, and what is put on the pretended scale for it. */
const DELIVERIES: readonly (LotRegistration & { load_kg: string })[] = [
  {
    load_kg: '24.360',
    lot_type: 'RAW',
    product: 'Chicken breast, skinless',
    supplier: 'Meadow Farms',
    supplier_lot_code: 'MF-4471',
  },
  {
    load_kg: '25.000',
    lot_type: 'RAW',
    product: 'Basmati rice',
    supplier: 'Golden Grain',
    supplier_lot_code: 'GG-0098-2',
  },
  { load_kg: '18.715', lot_type: 'WIP', product: 'Curry sauce', line: 'K1' },
]

const TRIES = 60
const TRY_EVERY = 250

/**
 * Registers a few lots by the plant's own API, unless it has some: the loads are put on the pretended scale, and the
 * appliance captures their weights as it would for a person.
 * @returns how many were registered.
 * @throws FlowError of the API; process_failed when the scale never shows its load.
 */
export async function seedLots(plant: Plant, person: DemoPerson, scaleId: string): Promise<number> {
  const lotsUrl = `${plant.url}/api/v1/lots`
  const login = { name: person.name, secret: person.secret }
  const { access_token: token } = await call<Session>(`${plant.url}/api/v1/login`, { method: 'POST', body: login })
  const { lots } = await call<LotPage>(`${lotsUrl}?limit=1`, { token })
  if (lots.length > 0) return 0
  try {
    for (const { load_kg, ...delivery } of DELIVERIES) {
      await steer(plant, scaleId, { load_kg })
      await untilShown(`${plant.url}/api/v1/devices/${scaleId}`, load_kg, token)
      await call<Lot>(lotsUrl, { method: 'POST', body: { ...delivery, scale_id: scaleId }, token })
    }
  } finally {
    await steer(plant, scaleId, { cycle: true })
  }
  return DELIVERIES.length
}

/** Does something to a pretended device. */
export async function steer(plant: Plant, deviceId: string, control: Record<string, unknown>): Promise<void> {
  await call(`${plant.controlUrl}/${deviceId}/control`, { method: 'POST', body: control })
}

/** Waits until the appliance has this weight of its scale, stable: until then it would capture the load before. */
async function untilShown(url: string, load_kg: string, token: string): Promise<void> {
  for (let tries = 0; tries < TRIES; tries++) {
    const { latest } = await call<DeviceView>(url, { token })
    if (latest.some(({ value, weight }) => value === load_kg && weight?.stable === true)) return
    await wait(TRY_EVERY)
  }
  throw new FlowError('process_failed', `The scale did not come to show ${load_kg} kg.`)
}
