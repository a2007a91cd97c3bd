import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { codeOf } from '@flowviz/contract/error'
import { expect, onTestFinished, test } from 'vitest'
import { checkpointSafe, embeddedSqlite, litestreamPath } from './binary.ts'
import { litestreamConfig, readReplicated } from './config.ts'
import { listGenerations, parseSnapshots } from './copy.ts'

function folder(): string {
  const dir = mkdtempSync(join(tmpdir(), 'flowviz-litestream-'))
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }))
  return dir
}

test('each generation is tried once, however many snapshots it has', () => {
  const table = `replica  generation        index  size  created
local    c030b8fdb24517b1  0      1359  2026-11-23T11:20:46Z
local    c030b8fdb24517b1  7      2000  2026-11-24T11:20:46Z
s3       1111111111111111  0      1359  2026-11-23T11:20:46Z
`
  expect(parseSnapshots(table)).toEqual([
    { replica: 'local', generation: 'c030b8fdb24517b1' },
    { replica: 's3', generation: '1111111111111111' },
  ])
})

test('Litestream itself takes the configuration that we write, and it never forces a checkpoint', () => {
  const dir = folder()
  const configFile = join(dir, 'litestream.yml')
  writeFileSync(configFile, litestreamConfig({ dataDir: dir, replicaDir: join(dir, 'replica'), metricsPort: 9_090 }))
  const listed = execFileSync(litestreamPath(null), ['databases', '-config', configFile], { encoding: 'utf8' })
  expect(listed).toMatch(/plant\.db\s+local[\s\S]*telemetry\.db\s+local/)
  expect(litestreamConfig({ dataDir: dir, replicaDir: dir, metricsPort: null })).toContain(
    'max-checkpoint-page-count: 0',
  )
  expect(readReplicated(configFile)).toEqual([
    { path: join(dir, 'plant.db'), replicas: ['local'] },
    { path: join(dir, 'telemetry.db'), replicas: ['local'] },
  ])
})

test('a replica can be listed although the database is gone', async () => {
  const dir = folder()
  const configFile = join(dir, 'litestream.yml')
  writeFileSync(configFile, litestreamConfig({ dataDir: join(dir, 'gone'), replicaDir: dir, metricsPort: null }))
  expect(await listGenerations({ binary: litestreamPath(null), configFile }, join(dir, 'gone', 'plant.db'))).toEqual([])
})

test('a configuration without databases is refused before anything is tried', () => {
  const configFile = join(folder(), 'litestream.yml')
  for (const text of ['', 'dbs: []', 'dbs: [{path: 7}]', '{', 'addr: x']) {
    writeFileSync(configFile, text)
    expect(
      (() => {
        try {
          return readReplicated(configFile)
        } catch (error) {
          return codeOf(error)
        }
      })(),
      text,
    ).toBe('config_invalid')
  }
})

test('the SQLite inside the program of npm is found, and is known to be one that can corrupt', () => {
  const version = embeddedSqlite(litestreamPath(null))
  expect(version).toMatch(/^3\.\d+\.\d+$/)
  expect(['3.42.0', '3.44.5', '3.50.6', '3.51.2'].map(checkpointSafe)).toEqual([false, false, false, false])
  expect(['3.44.6', '3.50.7', '3.51.3', '3.53.0', '4.0.0'].map(checkpointSafe)).toEqual([true, true, true, true, true])
})
