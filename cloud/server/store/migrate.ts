import { join } from 'node:path'
import Postgrator from 'postgrator'
import { inTransaction, type Pool } from './database.ts'

// Any number will do, as long as it stays the same: two servers that start at once take turns.
const LOCK = 7_283_116

/** Brings the schema to the present version, in one transaction. Returns the names of the migrations that ran. */
export async function migrate(pool: Pool): Promise<string[]> {
  return inTransaction(pool, async client => {
    await client.query('SELECT pg_advisory_xact_lock($1)', [LOCK])
    const postgrator = new Postgrator({
      driver: 'pg',
      migrationPattern: join(import.meta.dirname, 'migrations', '*.sql').replaceAll('\\', '/'),
      schemaTable: 'schema_version',
      execQuery: query => client.query(query),
      execSqlScript: async script => {
        await client.query(script)
      },
    })
    const applied = await postgrator.migrate()
    return applied.map(({ version, name }) => `${version} ${name}`)
  })
}
