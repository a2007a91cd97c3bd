import type { Session } from '@flowviz/contract/identity'
import type { TabletInvitation } from '@flowviz/contract/tablet'
import { call } from '../call.ts'
import { PLANT_PEOPLE } from './people.ts'
import type { Plant } from './plant.ts'

/**
 * Invites the first tablet of a plant that runs, as its administrator would.
 * @returns the link that sets it up: good once, for ten minutes.
 * @throws FlowError of the API.
 */
export async function inviteTablet(plant: Pick<Plant, 'url'>): Promise<string> {
  const { name, secret } = PLANT_PEOPLE.find(({ role }) => role === 'ADMIN')!
  const login = { method: 'POST', body: { name, secret } } as const
  const { access_token: token } = await call<Session>(`${plant.url}/api/v1/login`, login)
  const body = { title: 'Receiving 1', station: 'receiving-1' }
  const asked = { method: 'POST', body, token } as const
  const { code } = await call<TabletInvitation>(`${plant.url}/api/v1/tablets/invitations`, asked)
  return `${plant.url}/enrol#${code}`
}
