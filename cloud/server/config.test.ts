import { generateKeyPairSync } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { codeOf } from '@flowviz/contract/error'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readConfig } from './config.ts'

let dir: string
let good: Record<string, string>

beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'flowviz-config-'))
  const key = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' })
  writeFileSync(join(dir, 'key.pem'), key)
  good = {
    FLOWVIZ_DATABASE_URL: 'postgres://hq@127.0.0.1/hq',
    FLOWVIZ_TOKEN_KEY_FILE: join(dir, 'key.pem'),
    FLOWVIZ_WITNESS_KEY_FILE: join(dir, 'key.pem'),
  }
})
afterAll(() => rmSync(dir, { recursive: true }))

function problemsOf(env: Record<string, string>): string {
  try {
    readConfig(env)
  } catch (error) {
    expect(codeOf(error)).toBe('config_invalid')
    return (error as Error).message
  }
  return ''
}

test('what is left out has a default, and nothing of it can be changed later', () => {
  const config = readConfig(good)
  expect(config).toMatchObject({ http: { host: '127.0.0.1', port: 8080 }, people: [], uiDir: null, logLevel: 'info' })
  expect(Object.isFrozen(config) && Object.isFrozen(config.http)).toBe(true)
})

test('all problems are named at once', () => {
  const message = problemsOf({ FLOWVIZ_HTTP_PORT: '70000', FLOWVIZ_LOG_LEVEL: 'loud', FLOWVIZ_UI_DIR: dir })
  for (const name of ['HTTP_PORT', 'DATABASE_URL', 'TOKEN_KEY_FILE', 'WITNESS_KEY_FILE', 'UI_DIR', 'LOG_LEVEL'])
    expect(message).toContain(`FLOWVIZ_${name}:`)
})

test('a database address comes from a file or from a variable, not from both', () => {
  const file = join(dir, 'url')
  writeFileSync(file, 'postgres://hq@127.0.0.1/from-file\n')
  const { FLOWVIZ_DATABASE_URL: _, ...rest } = good
  expect(readConfig({ ...rest, FLOWVIZ_DATABASE_URL_FILE: file }).databaseUrl).toBe('postgres://hq@127.0.0.1/from-file')
  expect(problemsOf({ ...good, FLOWVIZ_DATABASE_URL_FILE: file })).toContain('not both')
})

test('people whose secret is plain text keep headquarters from starting', () => {
  const people = join(dir, 'people.json')
  const person = { person_id: '019ab0a2-5c00-7000-8000-000000000001', name: 'admin', display_name: 'A', role: 'ADMIN' }
  writeFileSync(people, JSON.stringify({ v: 1, people: [{ ...person, secret_hash: 'password' }] }))
  expect(problemsOf({ ...good, FLOWVIZ_PEOPLE_FILE: people })).toContain('argon2id')
  writeFileSync(people, JSON.stringify({ v: 1, people: [{ ...person, role: 'KING', secret_hash: 'x' }] }))
  expect(problemsOf({ ...good, FLOWVIZ_PEOPLE_FILE: people })).toContain('/people/0')
})
