import { openPool } from '../store/database.ts'
import { migrate } from '../store/migrate.ts'
import { startTestPostgres } from './postgres.ts'

/** A Postgres whose fresh databases have the present schema. */
export const startMigratedPostgres = () =>
  startTestPostgres(async url => {
    const pool = openPool(url, () => {})
    await migrate(pool)
    await pool.end()
  })
