import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import type { Role } from '@flowviz/contract/role'
import { uuidMaker } from '@flowviz/contract/uuid'
import { writePrivate } from './keys.ts'
import { hashSecret } from './secret.ts'

/** A person of a seed file, with the secret in plain text: only ever a demo or a test value. */
export interface DemoPerson {
  name: string
  display_name: string
  role: Role
  secret: string
}

/** Who works in a demo plant. These PINs are printed by the demo and are good for nothing else. */
export const PLANT_PEOPLE: readonly DemoPerson[] = [
  { name: 'operator', display_name: 'Olga Operator', role: 'OPERATOR', secret: '2580' },
  { name: 'manager', display_name: 'Marco Manager', role: 'MANAGER', secret: '4321' },
  { name: 'quality', display_name: 'Quinn Quality', role: 'MANAGER', secret: '7788' },
  { name: 'auditor', display_name: 'Ari Auditor', role: 'AUDITOR', secret: '9137' },
  { name: 'admin', display_name: 'Ada Admin', role: 'ADMIN', secret: '6406' },
  { name: 'viewer', display_name: 'Vera Viewer', role: 'VIEWER', secret: '1357' },
]

/** Who works at the demo's headquarters. */
export const HQ_PEOPLE: readonly DemoPerson[] = [
  { name: 'admin', display_name: 'Ada Admin', role: 'ADMIN', secret: 'flowviz-demo' },
  { name: 'auditor', display_name: 'Ari Auditor', role: 'AUDITOR', secret: 'flowviz-audit' },
]

/** Writes people.json (FLOWVIZ_PEOPLE_FILE) unless it is there: ids and hashes stay the same from start to start. */
export function keepPeople(file: string, people: readonly DemoPerson[], now: () => number): void {
  if (existsSync(file)) return
  const newId = uuidMaker(now, count => randomBytes(count))
  const seeds = people.map(({ secret, ...person }) => ({
    person_id: newId(),
    ...person,
    secret_hash: hashSecret(secret),
  }))
  writePrivate(file, `${JSON.stringify({ v: 1, people: seeds }, null, 2)}\n`)
}
