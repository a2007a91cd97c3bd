import type { EventData } from '@flowviz/contract/event'
import type { Person } from '@flowviz/contract/identity'
import type { Role } from '@flowviz/contract/role'
import type { PersonStatus } from '@flowviz/contract/signature'
import type { SeedPerson } from '../writer/command.ts'
import type { Sqlite } from './open.ts'

interface PersonRow {
  person_id: string
  name: string
  display_name: string
  role: Role
  secret_hash: string
  must_change: number
}

/** What proves an active person. */
export interface Credential {
  person: Person
  secret_hash: string
  /** Somebody else set the secret. */
  must_change: boolean
}

/** A person with what stands beside the ledger; null where the profile was lost or taken away. */
export interface StoredUser {
  person_id: string
  role: Role
  status: PersonStatus
  name: string | null
  display_name: string | null
  created_at: string | null
  secret_changed_at: string | null
  signed_in_at: string | null
  must_change: boolean
}

const ACTIVE = `SELECT person_id, name, display_name, role, secret_hash, must_change
  FROM person JOIN person_profile USING (person_id)
  WHERE status = 'active' AND name IS NOT NULL`
const USER = `SELECT person_id, role, status, name, display_name, created_at, secret_changed_at, signed_in_at,
    coalesce(must_change, 0) AS must_change
  FROM person LEFT JOIN person_profile USING (person_id)`

export type PersonStore = ReturnType<typeof personStore>

/** People: their role and standing from the ledger. */
export function personStore(db: Sqlite) {
  const create = db.prepare<[string, string, number]>('INSERT INTO person (person_id, role, seq) VALUES (?, ?, ?)')
  const change = db.prepare<[string, string, number, string]>(
    'UPDATE person SET role = ?, status = ?, seq = ? WHERE person_id = ?',
  )
  const standing = db.prepare<[string], { role: Role; status: PersonStatus }>(
    'SELECT role, status FROM person WHERE person_id = ?',
  )
  const changedIn = db.prepare<[string], number>('SELECT seq FROM person WHERE person_id = ?').pluck()
  const otherAdmins = db
    .prepare<[string], number>(
      `SELECT count(*) FROM person JOIN person_profile USING (person_id)
       WHERE role = 'ADMIN' AND status = 'active' AND name IS NOT NULL AND person_id <> ?`,
    )
    .pluck()
  const all = db.prepare<[], PersonRow>(`${ACTIVE} ORDER BY name`)
  const byName = db.prepare<[string], PersonRow>(`${ACTIVE} AND name = ?`)
  const byId = db.prepare<[string], PersonRow>(`${ACTIVE} AND person_id = ?`)
  const users = db.prepare<[], Omit<StoredUser, 'must_change'> & { must_change: number }>(
    `${USER} ORDER BY status, name, person_id`,
  )
  const user = db.prepare<[string], Omit<StoredUser, 'must_change'> & { must_change: number }>(
    `${USER} WHERE person_id = ?`,
  )
  return {
    create: (personId: string, role: Role, seq: number): void => void create.run(personId, role, seq),
    change: ({ person_id, role, status }: EventData<'person.changed'>, seq: number): void =>
      void change.run(role, status, seq, person_id),
    known: (personId: string): boolean => standing.get(personId) !== undefined,
    /** Role and standing, with or without a profile. */
    standing: (personId: string): { role: Role; status: PersonStatus } | null => standing.get(personId) ?? null,
    /** The row that says the present role and standing. */
    changedIn: (personId: string): number | null => changedIn.get(personId) ?? null,
    /** Active administrators who can sign in, beside this one. */
    otherAdmins: (personId: string): number => otherAdmins.get(personId) ?? 0,
    /** Active people who can sign in. */
    all: (): Person[] => all.all().map(personOf),
    /** An active person. */
    byId: (personId: string): Person | null => mapped(byId.get(personId), personOf),
    credential: (name: string): Credential | null => mapped(byName.get(name), credentialOf),
    credentialOf: (personId: string): Credential | null => mapped(byId.get(personId), credentialOf),
    /** Everybody who was ever known here. */
    users: (): StoredUser[] => users.all().map(userOf),
    user: (personId: string): StoredUser | null => mapped(user.get(personId), userOf),
    ...profiles(db),
  }
}

/** Names and secrets, beside the ledger. */
function profiles(db: Sqlite) {
  const profiled = db.prepare<[string], number>('SELECT 1 FROM person_profile WHERE person_id = ?').pluck()
  const owner = db.prepare<[string], string>('SELECT person_id FROM person_profile WHERE name = ?').pluck()
  const add = db.prepare<[string, string, string, string, number, string, string]>(
    `INSERT INTO person_profile (person_id, name, display_name, secret_hash, must_change, created_at, secret_changed_at)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
  )
  const rename = db.prepare<[string, string]>('UPDATE person_profile SET display_name = ? WHERE person_id = ?')
  const free = db.prepare<[string]>('UPDATE person_profile SET name = NULL WHERE person_id = ?')
  const secret = db.prepare<[string, number, string, string]>(
    'UPDATE person_profile SET secret_hash = ?, must_change = ?, secret_changed_at = ? WHERE person_id = ?',
  )
  const seen = db.prepare<[string, string]>('UPDATE person_profile SET signed_in_at = ? WHERE person_id = ?')
  const forget = db.prepare<[string]>(
    `UPDATE person_profile SET name = NULL, display_name = NULL, secret_hash = '' WHERE person_id = ?`,
  )
  return {
    hasProfile: (personId: string): boolean => profiled.get(personId) !== undefined,
    /** Who has this name, active or not. */
    ownerOf: (name: string): string | null => owner.get(name) ?? null,
    addProfile: (person: SeedPerson, { at, must_change }: { at: string; must_change: boolean }): void =>
      void add.run(person.person_id, person.name, person.display_name, person.secret_hash, must_change ? 1 : 0, at, at),
    rename: (personId: string, displayName: string): void => void rename.run(displayName, personId),
    /** The name can be given to somebody else. */
    freeName: (personId: string): void => void free.run(personId),
    setSecret: (personId: string, set: { secret_hash: string; must_change: boolean; at: string }): void =>
      void secret.run(set.secret_hash, set.must_change ? 1 : 0, set.at, personId),
    signedIn: (personId: string, at: string): void => void seen.run(at, personId),
    /** Takes names and secret away; that there was a profile stays, so that a seed file does not bring it back. */
    forget: (personId: string): void => void forget.run(personId),
  }
}

const mapped = <Row, T>(row: Row | undefined, map: (row: Row) => T): T | null => (row === undefined ? null : map(row))

function personOf({ person_id: id, name, display_name, role }: PersonRow): Person {
  return { id, name, display_name, role }
}

const credentialOf = (row: PersonRow): Credential => ({
  person: personOf(row),
  secret_hash: row.secret_hash,
  must_change: row.must_change === 1,
})

const userOf = (row: Omit<StoredUser, 'must_change'> & { must_change: number }): StoredUser => ({
  ...row,
  must_change: row.must_change === 1,
})
