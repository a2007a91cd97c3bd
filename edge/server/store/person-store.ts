import type { EventData } from '@flowviz/contract/event'
import type { Person } from '@flowviz/contract/identity'
import type { Role } from '@flowviz/contract/role'
import type { SeedPerson } from '../writer/command.ts'
import type { Sqlite } from './open.ts'

interface PersonRow {
  person_id: string
  name: string
  display_name: string
  role: Role
  secret_hash: string
}

const PERSON = `SELECT person_id, name, display_name, role, secret_hash
  FROM person JOIN person_profile USING (person_id)`

export type PersonStore = ReturnType<typeof personStore>

/** People: their role from the ledger, their name and secret from beside it. */
export function personStore(db: Sqlite) {
  const create = db.prepare<[string, string, number]>('INSERT INTO person (person_id, role, seq) VALUES (?, ?, ?)')
  const change = db.prepare<[string, string, number, string]>(
    'UPDATE person SET role = ?, status = ?, seq = ? WHERE person_id = ?',
  )
  const known = db.prepare<[string], number>('SELECT 1 FROM person WHERE person_id = ?').pluck()
  const profiled = db.prepare<[string], number>('SELECT 1 FROM person_profile WHERE person_id = ?').pluck()
  const owner = db.prepare<[string], string>('SELECT person_id FROM person_profile WHERE name = ?').pluck()
  const profile = db.prepare<[string, string, string, string]>(
    'INSERT INTO person_profile (person_id, name, display_name, secret_hash) VALUES (?, ?, ?, ?)',
  )
  const all = db.prepare<[], PersonRow>(`${PERSON} ORDER BY name`)
  const byName = db.prepare<[string], PersonRow>(`${PERSON} WHERE name = ?`)
  const byId = db.prepare<[string], PersonRow>(`${PERSON} WHERE person_id = ?`)
  return {
    create: (personId: string, role: Role, seq: number): void => void create.run(personId, role, seq),
    change: ({ person_id, role, status }: EventData<'person.changed'>, seq: number): void =>
      void change.run(role, status, seq, person_id),
    known: (personId: string): boolean => known.get(personId) !== undefined,
    hasProfile: (personId: string): boolean => profiled.get(personId) !== undefined,
    /** Who has this name. */
    ownerOf: (name: string): string | null => owner.get(name) ?? null,
    addProfile: (person: SeedPerson): void =>
      void profile.run(person.person_id, person.name, person.display_name, person.secret_hash),
    all: (): Person[] => all.all().map(personOf),
    byId: (personId: string): Person | null => mapped(byId.get(personId), personOf),
    credential: (name: string): { person: Person; secret_hash: string } | null =>
      mapped(byName.get(name), row => ({ person: personOf(row), secret_hash: row.secret_hash })),
  }
}

const mapped = <T>(row: PersonRow | undefined, map: (row: PersonRow) => T): T | null =>
  row === undefined ? null : map(row)

function personOf({ person_id: id, name, display_name, role }: PersonRow): Person {
  return { id, name, display_name, role }
}
