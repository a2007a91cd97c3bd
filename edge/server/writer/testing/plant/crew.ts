import { COMMANDS, type CommandName } from '@flowviz/contract/command'
import type { Actor } from '@flowviz/contract/identity'
import { EDGE_ACCESS } from '@flowviz/contract/permission'
import type { Role } from '@flowviz/contract/role'
import type { Signer } from '@flowviz/contract/signature'
import type { Command } from '../../command.ts'
import { BOX } from '../actor.ts'

const idOf = (at: number): string => `019ab0a2-5c00-7000-8000-0000000001${String(at).padStart(2, '0')}`
const SHIFT: Role[] = [
  'ADMIN',
  'MANAGER',
  'MANAGER',
  'MANAGER',
  'AUDITOR',
  'OPERATOR',
  'OPERATOR',
  'OPERATOR',
  'VIEWER',
]

/** Everybody who works in the plant. */
export const CREW: readonly Actor[] = SHIFT.map((role, at) => ({
  kind: 'person',
  id: idOf(at),
  role,
  station: 'line-1',
  device: null,
  auth: 'pin',
}))

export const crewOf = (...roles: Role[]): Actor[] => CREW.filter(({ role }) => role !== null && roles.includes(role))

/** Those who may do something by the one permission table. */
export function mayDo(name: CommandName): Actor[] {
  const access = EDGE_ACCESS[COMMANDS[name].route]
  return Array.isArray(access) ? crewOf(...(access as Role[])) : []
}

/** What proves that a person signed. */
export const signerOf = ({ id }: Actor, meaning: Signer['meaning'] = null): Signer => ({
  person_id: id,
  session_id: '019ab0a2-5c00-7000-8000-0000000001ff',
  components: 'name_and_secret',
  meaning,
})

/** Makes the crew known to a plant. */
export const hire: Command = {
  kind: 'seed-people',
  takes: {
    actor: BOX,
    people: CREW.map(({ id, role }, at) => ({
      person_id: id,
      name: `person-${at}`,
      display_name: `Person ${at}`,
      role: role!,
      secret_hash: 'x',
    })),
  },
}
