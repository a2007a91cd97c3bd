import { hash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { FlowError } from '@flowviz/contract/error'
import type Database from 'better-sqlite3'

export type Kind = 'plant' | 'telemetry'

interface Migration {
  name: string
  sql: string
  checksum: string
}

/** The migrations of a kind of file, in their order. */
function migrationsOf(kind: Kind): Migration[] {
  const folder = new URL(`./migrations/${kind}/`, import.meta.url)
  return readdirSync(folder)
    .filter(name => name.endsWith('.sql'))
    .sort()
    .map(name => {
      const sql = readFileSync(new URL(name, folder), 'utf8')
      return { name: `${kind}/${name}`, sql, checksum: hash('sha256', sql) }
    })
}

/**
 * Brings a file to the present schema: each migration once, forward only, all of them in one transaction.
 * @throws FlowError store_unfit when the file holds a migration that this release does not have, or has otherwise.
 */
export function migrate(db: Database.Database, kind: Kind): void {
  const migrations = migrationsOf(kind)
  db.transaction(() => {
    db.exec('CREATE TABLE IF NOT EXISTS migration (name TEXT PRIMARY KEY, checksum TEXT NOT NULL) STRICT')
    const done = db.prepare<[], { name: string; checksum: string }>('SELECT name, checksum FROM migration').all()
    for (const { name, checksum } of done) {
      const known = migrations.find(migration => migration.name === name)
      if (known === undefined) throw new FlowError('store_unfit', `The file has ${name}, which this release lacks.`)
      if (known.checksum !== checksum)
        throw new FlowError('store_unfit', `${name} is not the one the file was made by.`)
    }
    const keep = db.prepare('INSERT INTO migration (name, checksum) VALUES (?, ?)')
    for (const { name, sql, checksum } of migrations.slice(done.length)) {
      db.exec(sql)
      keep.run(name, checksum)
    }
  }).immediate()
}
