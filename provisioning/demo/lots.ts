import { setTimeout as wait } from 'node:timers/promises'
import type { DeviceView } from '@flowviz/contract/device'
import { FlowError } from '@flowviz/contract/error'
import type { Session } from '@flowviz/contract/identity'
import type { Lot, LotRegistration } from '@flowviz/contract/lot'
import { call } from '../call.ts'
import type { DemoPerson } from './people.ts'
import type { Plant } from './plant.ts'

interface Delivery extends LotRegistration {
  /** What is put on the pretended scale for it. */
  load_kg: string
  scale_id: string
}

const RECEIVING = 'scale-1'
const PACKING = 'scale-2'

/** What the operators of the demo register on a morning: the kitchen receives and cooks, the packing hall packs. */
const DELIVERIES: Readonly<Record<string, readonly Delivery[]>> = {
  'north-kitchen': [
    {
      scale_id: RECEIVING,
      load_kg: '24.360',
      lot_type: 'RAW',
      product: 'Chicken breast, skinless',
      supplier: 'Meadow Farms',
      supplier_lot_code: 'MF-4471',
    },
    {
      scale_id: RECEIVING,
      load_kg: '25.000',
      lot_type: 'RAW',
      product: 'Basmati rice',
      supplier: 'Golden Grain',
      supplier_lot_code: 'GG-0098-2',
    },
    { scale_id: RECEIVING, load_kg: '18.715', lot_type: 'WIP', product: 'Curry sauce', line: 'K1' },
  ],
  'south-packing': [
    {
      scale_id: RECEIVING,
      load_kg: '6.240',
      lot_type: 'PACKAGING',
      product: 'Trays 400 g',
      supplier: 'Tray & Lid',
      supplier_lot_code: '77120',
    },
    { scale_id: PACKING, load_kg: '9.984', lot_type: 'FG', product: 'Chicken curry 400 g, case of 24', line: 'P2' },
  ],
}

const TRIES = 240
const TRY_EVERY = 250

/**
 * Registers a few lots by the plant's own API: the loads are put on the pretended scale, and the
 * appliance captures their weights as it would for a person.
 * @returns how many were registered.
 * @throws FlowError of the API; process_failed when the scale never shows its load.
 */
export async function seedLots(plant: Plant, person: DemoPerson): Promise<number> {
  const deliveries = DELIVERIES[plant.site] ?? []
  const lotsUrl = `${plant.url}/api/v1/lots`
  const login = { name: person.name, secret: person.secret }
  const { access_token: token } = await call<Session>(`${plant.url}/api/v1/login`, { method: 'POST', body: login })
  for (const { load_kg, ...delivery } of deliveries) {
    const scale = delivery.scale_id
    try {
      await steer(plant, scale, { load_kg })
      await untilShown(`${plant.url}/api/v1/devices/${scale}`, load_kg, token)
      await call<Lot>(lotsUrl, { method: 'POST', body: delivery, token })
    } finally {
      await steer(plant, scale, { cycle: true })
    }
  }
  return deliveries.length
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
