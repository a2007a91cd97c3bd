import { spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

// .ci/run installs this program and sets CI: there its absence is a failure, not a reason to skip.
const inCi = process.env.CI !== undefined
const works = spawnSync('certutil', ['-H'], { stdio: 'ignore' }).error === undefined

/** Why nothing can be tried with a trusted authority here; undefined: it can, or has to. */
export const untrusting: string | undefined =
  works || inCi
    ? undefined
    : 'certutil is not installed here; `apt-get install libnss3-tools` brings it, as .ci/run does'
if (untrusting !== undefined) console.warn(`SKIPPED: ${untrusting}`)

/**
 * Makes a folder the home of a person who trusts an authority, as Chromium on Linux reads it. There is no way around:
 * a browser that is told to ignore certificates registers no service worker all the same.
 */
export function trust(home: string, authority: string): void {
  const store = join(home, '.pki', 'nssdb')
  mkdirSync(store, { recursive: true })
  const file = join(home, 'site-ca.pem')
  writeFileSync(file, authority)
  certutil('-N', '-d', `sql:${store}`, '--empty-password')
  certutil('-A', '-d', `sql:${store}`, '-n', 'site', '-t', 'C,,', '-i', file)
}

function certutil(...args: string[]): void {
  const { status, error, stderr } = spawnSync('certutil', args, { encoding: 'utf8' })
  if (status !== 0) throw error ?? new Error(`certutil ${args[0]}: ${stderr}`)
}
