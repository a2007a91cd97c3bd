import { execFile } from 'node:child_process'
import { chownSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { promisify } from 'node:util'
import { codeOf, FlowError } from '@flowviz/contract/error'
import { inheritedEnvironment } from '../config.ts'
import { keepPrivate, newSecret } from './keys.ts'
import { type PostgresPlace, placeFor } from './postgres-place.ts'
import type { Exit } from './process.ts'
import { makeUnit, type Unit, type UnitOptions } from './unit.ts'

const run = promisify(execFile)
const USER = 'flowviz'
const ATTEMPTS = 5

export interface PostgresOptions extends UnitOptions {
  /** Folder of this server: `data/` (unless root has to put it elsewhere), `password` and `postgres.log`. */
  dir: string
  port: number
}

export interface Postgres {
  /** A superuser's address of the database `flowviz`; another database is the same address with another path. */
  url: string
  /** Where the rows really are; not below `dir` when that cannot be reached by the server's user. */
  dataDir: string
  /** True when the cluster was made just now: headquarters has forgotten every plant. */
  fresh: boolean
  unit: Unit
  stop(): Promise<Exit | null>
  kill(): Promise<Exit | null>
  start(): Promise<void>
  /** Stops it and deletes its rows. */
  remove(): Promise<void>
}

/**
 * Starts the real Postgres 18 that npm brought, on 127.0.0.1 alone, and creates its cluster the first time. Works for
 * root too, and after an unclean stop: the backends that still hold the files are waited for.
 * @throws FlowError process_failed, platform_unsupported.
 */
export async function startPostgres(options: PostgresOptions): Promise<Postgres> {
  const place = await placeFor(join(options.dir, 'data'))
  const password = keepPrivate(join(options.dir, 'password'), newSecret)
  const fresh = !existsSync(join(place.dir, 'PG_VERSION'))
  if (fresh) await createCluster(place, password)
  const unit = makeUnit(
    'postgres',
    () => ({
      name: 'postgres',
      command: place.programs.postgres,
      args: ['-D', place.dir, '-p', String(options.port), ...settings()],
      cwd: '/',
      env: { LC_MESSAGES: 'C' },
      identity: place.identity,
      logFile: join(options.dir, 'postgres.log'),
      readyOf: line => (line.includes('database system is ready to accept connections') ? {} : null),
      // Fast shutdown: sessions are ended, a checkpoint is written.
      stopSignal: 'SIGINT',
    }),
    options,
  )
  await startPatiently(unit)
  return {
    url: `postgres://${USER}:${password}@127.0.0.1:${options.port}/${USER}`,
    dataDir: place.dir,
    fresh,
    unit,
    stop: () => unit.stop(),
    kill: () => unit.kill(),
    start: () => startPatiently(unit),
    async remove() {
      await unit.stop()
      rmSync(place.dir, { recursive: true, force: true })
    },
  }
}

function settings(): string[] {
  const flags = { listen_addresses: '127.0.0.1', unix_socket_directories: '', max_connections: '60', fsync: 'on' }
  return Object.entries(flags).flatMap(([name, value]) => ['-c', `${name}=${value}`])
}

/** initdb and the database in a fresh folder, then the name that counts: a cut in between leaves no half cluster. */
async function createCluster(place: PostgresPlace, password: string): Promise<void> {
  const fresh = `${place.dir}.new`
  const passwordFile = `${fresh}.password`
  const how = { env: { ...inheritedEnvironment(), LC_MESSAGES: 'C' }, cwd: '/', ...place.identity }
  const flags = ['--username', USER, '--pwfile', passwordFile, '--auth', 'scram-sha-256', '--data-checksums']
  rmSync(fresh, { recursive: true, force: true })
  mkdirSync(fresh, { mode: 0o700 })
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 })
  if (place.identity !== undefined)
    for (const path of [fresh, passwordFile]) chownSync(path, place.identity.uid, place.identity.gid)
  try {
    await run(place.programs.initdb, ['--pgdata', fresh, ...flags, '--locale=C.UTF-8', '--encoding=UTF8'], how)
    const single = run(place.programs.postgres, ['--single', '-D', fresh, 'postgres'], how)
    single.child.stdin?.end(`CREATE DATABASE ${USER}\n`)
    await single
    renameSync(fresh, place.dir)
  } catch (cause) {
    throw new FlowError('process_failed', `initdb failed: ${cause instanceof Error ? cause.message : cause}`, { cause })
  } finally {
    rmSync(passwordFile, { force: true })
    rmSync(fresh, { recursive: true, force: true })
  }
}

async function startPatiently(unit: Unit): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      await unit.start()
      return
    } catch (error) {
      if (attempt === ATTEMPTS || codeOf(error) !== 'process_failed') throw error
      await wait(300 * 2 ** attempt)
    }
  }
}
