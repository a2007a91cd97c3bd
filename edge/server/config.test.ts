import { hash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import type { FlowError } from '@flowviz/contract/error'
import { expect, test } from 'vitest'
import { readConfig } from './config.ts'
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
