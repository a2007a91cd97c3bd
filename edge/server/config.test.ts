import { hash } from 'node:crypto'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { FlowError } from '@flowviz/contract/error'
import { expect, test } from 'vitest'
import { readConfig, shareCompileCache } from './config.ts'
import { testAuthority } from './testing/certificate.ts'
import { hashOf, plantFiles } from './testing/plant.ts'

function problemsOf(files: Record<string, string | undefined>): string[] {
  try {
    readConfig(files)
  } catch (error) {
    const { code, extra } = error as FlowError
    expect(code).toBe('config_invalid')
    return (extra.errors as { field: string }[]).map(({ field }) => field).sort()
  }
  return []
}

test('good settings are read once and cannot be changed', () => {
  const config = readConfig({
    ...plantFiles(),
    FLOWVIZ_CLOUD_URL: 'https://hq',
    FLOWVIZ_CLOUD_KEY: `hq:${'A'.repeat(43)}=`,
  })
  expect(config).toMatchObject({ site: 'plant-a', http: { host: '127.0.0.1', port: 0 }, production: false })
  expect(config.cloud).toEqual({ url: 'https://hq', key: { name: 'hq', publicKey: `${'A'.repeat(43)}=` } })
  expect(Object.isFrozen(config)).toBe(true)
})

test('every problem is named at once', () => {
  const files = { ...plantFiles(), FLOWVIZ_SITE: 'Plant A', FLOWVIZ_HTTP_PORT: '65536', FLOWVIZ_SITE_NAME: '' }
  expect(problemsOf({ ...files, FLOWVIZ_BOX_KEY_FILE: '/nowhere/box.pem', FLOWVIZ_CLOUD_URL: 'ftp://hq' })).toEqual([
    'FLOWVIZ_BOX_KEY_FILE',
    'FLOWVIZ_CLOUD_KEY',
    'FLOWVIZ_CLOUD_URL',
    'FLOWVIZ_HTTP_PORT',
    'FLOWVIZ_SITE',
    'FLOWVIZ_SITE_NAME',
  ])
})

test('nothing at all names everything that is needed', () => {
  expect(problemsOf({})).toEqual(
    ['BOX_KEY_FILE', 'DATA_DIR', 'DEVICES_FILE', 'IDENTITIES_FILE', 'SITE', 'SITE_NAME', 'TOKEN_KEY_FILE'].map(
      name => `FLOWVIZ_${name}`,
    ),
  )
})

test('the limits file changes what it names; every problem in it is told at once', () => {
  const files = plantFiles([], {
    v: 1,
    login: { locked_s: 5 },
    rules: { lots: { per_min: 7 }, deletes: { enabled: false } },
  })
  const { login, rules } = readConfig(files).limits
  expect(login).toEqual({ per_min_address: 10, per_min_account: 10, failures_in_a_row: 5, locked_s: 5 })
  expect(rules.map(({ name, per_min }) => [name, per_min])).toEqual([
    ['lots', 7],
    ['qc_decisions', 100],
    ['traceability', 50],
  ])
  const { FLOWVIZ_LIMITS_FILE: _, ...without } = files
  expect(readConfig(without).limits.rules.map(({ per_min }) => per_min)).toEqual([100, 100, 50, 20])

  const wrong = { v: 1, login: { locked_s: 0 }, rules: { lots: { per_min: '7' }, deletes: { routes: ['REMOVE /x'] } } }
  writeFileSync(files.FLOWVIZ_LIMITS_FILE!, JSON.stringify(wrong))
  expect(problemsOf({ ...files, FLOWVIZ_SITE: 'Plant A' })).toEqual([
    'FLOWVIZ_LIMITS_FILE/login/locked_s',
    'FLOWVIZ_LIMITS_FILE/rules/deletes/routes/0',
    'FLOWVIZ_LIMITS_FILE/rules/lots/per_min',
    'FLOWVIZ_SITE',
  ])
  writeFileSync(files.FLOWVIZ_LIMITS_FILE!, JSON.stringify({ v: 1, rules: { labels: { per_min: 5 } } }))
  expect(problemsOf(files)).toEqual(['FLOWVIZ_LIMITS_FILE/rules/labels/routes'])
})

test('a production box refuses a well-known PIN, a name as PIN and a default machine secret; a demo takes them', () => {
  const files = plantFiles()
  const person = (at: number, name: string, secret: string) => ({
    person_id: `019ab0a2-5c00-7000-8000-00000000000${at}`,
    name,
    display_name: name,
    role: 'OPERATOR',
    secret_hash: hashOf(secret),
  })
  const people = [person(1, 'ana', '1234'), person(2, 'bogdan', 'bogdan'), person(3, 'carla', '83619')]
  writeFileSync(files.FLOWVIZ_PEOPLE_FILE!, JSON.stringify({ v: 1, people }))
  const identities = [{ name: 'gateway-1', kind: 'gateway', secret_sha256: hash('sha256', 'flowviz', 'hex') }]
  writeFileSync(files.FLOWVIZ_IDENTITIES_FILE!, JSON.stringify({ v: 1, identities }))
  expect(problemsOf(files)).toEqual([])
  expect(problemsOf({ ...files, FLOWVIZ_PRODUCTION: '1' })).toEqual([
    'FLOWVIZ_IDENTITIES_FILE',
    'FLOWVIZ_PEOPLE_FILE',
    'FLOWVIZ_PEOPLE_FILE',
  ])
})

test('a certificate comes with its own key, and what needs one is not given without', () => {
  const dir = dirname(plantFiles().FLOWVIZ_DEVICES_FILE!)
  const write = (name: string, text: string) => {
    writeFileSync(join(dir, name), text)
    return join(dir, name)
  }
  const authority = testAuthority({ permitted: ['internal'] })
  const [floor, other] = [1, 2].map(() => authority.issue({ names: ['floor.internal'] }))
  const FLOWVIZ_TLS_CERT_FILE = write('floor.pem', floor!.cert)
  const FLOWVIZ_TLS_KEY_FILE = write('floor.key', floor!.key)
  const FLOWVIZ_TLS_CA_FILE = write('ca.pem', authority.cert)
  const pair = { ...plantFiles(), FLOWVIZ_TLS_CERT_FILE, FLOWVIZ_TLS_KEY_FILE }
  expect(readConfig(pair).tls).toMatchObject({ authority: null, rescue_port: null })
  expect(readConfig({ ...pair, FLOWVIZ_TLS_CA_FILE, FLOWVIZ_HTTP_RESCUE_PORT: '80' }).tls).toMatchObject({
    rescue_port: 80,
  })
  expect(problemsOf({ ...pair, FLOWVIZ_TLS_KEY_FILE: undefined })).toEqual(['FLOWVIZ_TLS_KEY_FILE'])
  expect(problemsOf({ ...pair, FLOWVIZ_TLS_KEY_FILE: write('other.key', other!.key) })).toEqual([
    'FLOWVIZ_TLS_CERT_FILE',
  ])
  expect(problemsOf({ ...pair, FLOWVIZ_TLS_CA_FILE: FLOWVIZ_TLS_CERT_FILE })).toEqual(['FLOWVIZ_TLS_CA_FILE'])
  expect(problemsOf({ ...plantFiles(), FLOWVIZ_TLS_CA_FILE, FLOWVIZ_HTTP_RESCUE_PORT: '80' })).toEqual([
    'FLOWVIZ_HTTP_RESCUE_PORT',
    'FLOWVIZ_TLS_CA_FILE',
  ])
})

test('a thread finds the compile cache of its process, unless the environment names another', async () => {
  const folder = dirname(plantFiles().FLOWVIZ_DEVICES_FILE!)
  const env: NodeJS.ProcessEnv = {}
  shareCompileCache(join(folder, 'compiled'), env)
  shareCompileCache(join(folder, 'another'), env)
  shareCompileCache(undefined, env)
  const code = "require('node:worker_threads').parentPort.postMessage(require('node:module').getCompileCacheDir())"
  const [found] = (await once(new Worker(code, { eval: true, env }), 'message')) as [string]
  expect(dirname(found)).toBe(join(folder, 'compiled'))
})
