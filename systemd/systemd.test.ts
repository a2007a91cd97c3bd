import { execFileSync, spawnSync } from 'node:child_process'
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'

const HERE = import.meta.dirname
const REPO = dirname(HERE)
const UNITS = readdirSync(HERE).filter(name => /\.(service|target)$/.test(name))
const PROGRAMS = ['/opt/flowviz/node/bin/node', '/opt/flowviz/bin/litestream', '/bin/kill']
const EXPOSURE_MAX: Record<string, number> = {
  'flowviz-edge.service': 1.5,
  'flowviz-adapters.service': 2.0,
  'flowviz-litestream.service': 1.3,
}

// .ci/run installs systemd and sets CI: there its absence is a failure of the tests below, not a reason to skip them.
const absent = spawnSync('systemd-analyze', ['--version']).status !== 0 && process.env.CI === undefined
if (absent)
  console.warn('SKIPPED: systemd-analyze is not installed here; `apt-get install systemd` brings it, as .ci/run does')

let root: string

/** A box in a folder: the units where they are installed, and a file that can be executed for each program they start. */
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'flowviz-box-'))
  const units = join(root, 'etc/systemd/system')
  mkdirSync(units, { recursive: true })
  for (const unit of UNITS) copyFileSync(join(HERE, unit), join(units, unit))
  for (const program of PROGRAMS) {
    mkdirSync(join(root, dirname(program)), { recursive: true })
    writeFileSync(join(root, program), '#!/bin/sh\n')
    chmodSync(join(root, program), 0o755)
  }
  if (existsSync('/lib/systemd/system'))
    execFileSync('sh', [
      '-c',
      'mkdir -p "$1/usr/lib/systemd/system"; cp /lib/systemd/system/*.target "$1/usr/lib/systemd/system/"',
      'sh',
      root,
    ])
})

afterAll(() => rmSync(root, { recursive: true, force: true }))

function verify(): string {
  // An unknown key only prints a line and still exits with 0: any output is a failure.
  const ran = spawnSync('systemd-analyze', [`--root=${root}`, 'verify', ...UNITS], { encoding: 'utf8' })
  return `${ran.stdout}${ran.stderr}${ran.status === 0 ? '' : `exit ${ran.status}`}`
}

test.skipIf(absent)(
  'systemd finds nothing to say against the units of the box',
  () => {
    expect(verify()).toBe('')
  },
  30_000,
)

test.skipIf(absent)(
  'a misspelt setting and a missing program do not pass that check',
  () => {
    const unit = join(root, 'etc/systemd/system/flowviz-edge.service')
    const good = readFileSync(unit, 'utf8')
    try {
      writeFileSync(unit, good.replace('RestartSec=', 'RestartSek='))
      expect(verify()).toContain('RestartSek')
      writeFileSync(unit, good.replace('node/bin/node', 'node/bin/nope'))
      expect(verify()).toContain('not executable')
    } finally {
      writeFileSync(unit, good)
    }
  },
  30_000,
)

test.skipIf(absent).each(Object.entries(EXPOSURE_MAX))(
  '%s exposes at most %d to an intruder',
  (unit, most) => {
    const ran = spawnSync('systemd-analyze', ['security', '--offline=true', join(HERE, unit)], { encoding: 'utf8' })
    const level = /Overall exposure level for .*: (?<level>\d+\.\d+)/.exec(ran.stdout)?.groups?.level
    expect(level, ran.stdout + ran.stderr).toBeDefined()
    expect(Number(level)).toBeLessThanOrEqual(most)
  },
  30_000,
)

test('every program of ours that a unit starts is a file of this repository', () => {
  const started = UNITS.flatMap(unit => [
    ...readFileSync(join(HERE, unit), 'utf8').matchAll(/^Exec\w+=.*\/opt\/flowviz\/(\S+\.(?:ts|mjs))/gm),
  ])
  expect(started.length).toBeGreaterThanOrEqual(2)
  for (const [, entry] of started) expect(existsSync(join(REPO, entry!)), entry).toBe(true)
})

test('every setting that a unit gives is one that the map of the processes names', () => {
  const map = readFileSync(join(REPO, 'docs/ARCHITECTURE.md'), 'utf8')
  const given = UNITS.flatMap(unit => [
    ...readFileSync(join(HERE, unit), 'utf8').matchAll(/^Environment=(FLOWVIZ_\w+)=/gm),
  ])
  expect(given.length).toBeGreaterThan(5)
  for (const [, name] of given) expect(map, name).toContain(`\`${name}\``)
})
