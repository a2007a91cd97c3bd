import { setTimeout as wait } from 'node:timers/promises'
import { codeOf } from '@flowviz/contract/error'
import type { Session } from '@flowviz/contract/identity'
import type { Lot, LotPage, LotRegistration } from '@flowviz/contract/lot'
import { call } from '../call.ts'
import type { DemoPerson } from './people.ts'

/** What the demo's operator would receive on a morning; the weights come from the scale that pretends. */
const DELIVERIES: readonly LotRegistration[] = [
  { lot_type: 'RAW', product: 'Chicken breast, skinless', supplier: 'Meadow Farms', supplier_lot_code: 'MF-4471' },
  { lot_type: 'RAW', product: 'Basmati rice', supplier: 'Golden Grain', supplier_lot_code: 'GG-0098-2' },
  { lot_type: 'WIP', product: 'Curry sauce, batch', line: 'K1' },
  { lot_type: 'FG', product: 'Chicken curry 400 g', line: 'K1' },
]

const TRIES = 40
const TRY_EVERY = 500

/**
 * Registers a few lots by the plant's own API with weights that the appliance captures from its scale, unless the
 * plant has lots. Waits for the scale to be stable, as a person would.
 * @returns how many were registered; fewer than wished when the scale stays unstable.
 */
export async function seedLots(plantUrl: string, person: DemoPerson, scaleId: string): Promise<number> {
  const login = { name: person.name, secret: person.secret }
  const { access_token: token } = await call<Session>(`${plantUrl}/api/v1/login`, { method: 'POST', body: login })
  const { lots } = await call<LotPage>(`${plantUrl}/api/v1/lots?limit=1`, { token })
  if (lots.length > 0) return 0
  let registered = 0
  for (const delivery of DELIVERIES)
    if (await register(`${plantUrl}/api/v1/lots`, { ...delivery, scale_id: scaleId }, token)) registered++
  return registered
}

async function register(url: string, body: LotRegistration, token: string): Promise<boolean> {
  for (let tries = 0; tries < TRIES; tries++) {
    try {
      await call<Lot>(url, { method: 'POST', body, token })
      return true
    } catch (error) {
      const passing = ['scale_silent', 'scale_unstable', 'scale_refused'].includes(codeOf(error))
      if (!passing) throw error
      await wait(TRY_EVERY)
    }
  }
  return false
}
