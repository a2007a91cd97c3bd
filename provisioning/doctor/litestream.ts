import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { checkpointSafe, embeddedSqlite } from '../litestream/binary.ts'
import { type Finding, fail, ok, warn } from './finding.ts'

/** Judges the SQLite inside Litestream, which is the one that checkpoints; the next step is that of decision 6a. */
export function judgeSqlite(version: string | null, path: string): Finding {
  const next =
    'Install Litestream 0.5.17 or later and point LITESTREAM_BIN at it; until then trust the copies at headquarters first.'
  if (version === null) return warn('litestream_sqlite', `The SQLite inside ${path} is not known.`, next)
  if (checkpointSafe(version)) return ok('litestream_sqlite', `Litestream checkpoints with SQLite ${version}`)
  const said = `Litestream checkpoints with SQLite ${version}; below 3.51.3 a race can corrupt the database.`
  return fail('litestream_sqlite', said, next)
}

/** Looks into the program. */
export function checkLitestream(path: string): Finding {
  if (!existsSync(path))
    return fail('litestream_sqlite', `${path} does not exist.`, 'Install Litestream, or correct LITESTREAM_BIN.')
  return judgeSqlite(embeddedSqlite(path), path)
}

interface LitestreamFile {
  dbs?: { path: string; replicas?: { type?: string; path?: string }[] }[]
}

const LATE_S = 60
const LOST_S = 3_600

/** For each database with a replica in a folder: how much younger it is than what was copied of it. */
export function checkReplicas(configFile: string): Finding[] {
  const config = parse(readFileSync(configFile, 'utf8')) as LitestreamFile
  return (config.dbs ?? []).flatMap(({ path, replicas }) =>
    (replicas ?? [])
      .filter(replica => replica.type === 'file' && replica.path !== undefined)
      .map(replica => checkReplica(path, replica.path!)),
  )
}

function checkReplica(database: string, replica: string): Finding {
  const start = 'Start it: systemctl start flowviz-litestream; read: journalctl -u flowviz-litestream -n 50'
  const written = Math.max(...[database, `${database}-wal`].filter(existsSync).map(path => statSync(path).mtimeMs))
  if (!Number.isFinite(written)) return warn('replica_age', `${database} does not exist yet.`, 'Start the appliance.')
  const copied = existsSync(replica) ? newest(replica) : 0
  if (copied === 0) return fail('replica_age', `${database} has no copy in ${replica}.`, start)
  const behind = Math.max(0, (written - copied) / 1000)
  const said = `${database} was copied ${behind < 1 ? 'up to its last write' : `${Math.round(behind)} s before its last write`}`
  if (behind > LOST_S) return fail('replica_age', said, start)
  if (behind > LATE_S) return warn('replica_age', said, start)
  return ok('replica_age', said)
}

function newest(dir: string): number {
  const times = readdirSync(dir, { withFileTypes: true }).map(entry => {
    const path = join(dir, entry.name)
    return entry.isDirectory() ? newest(path) : statSync(path).mtimeMs
  })
  return Math.max(0, ...times)
}
