import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { folder, refusal } from '../writer/testing/box.ts'
import { kindOf } from './inspect.ts'
import type { Kind } from './migrate.ts'
import { openForWriting } from './open.ts'

function opened(path: string, kind: Kind) {
  const db = openForWriting(path, kind)
  onTestFinished(() => void db.close())
  return db
}

test('a file is migrated once, and every table of it is strict', () => {
  const path = join(folder(), 'plant.db')
  const db = opened(path, 'plant')
  const tables = db.prepare<[], { name: string; strict: number }>(
    "SELECT name, strict FROM pragma_table_list WHERE schema = 'main' AND name NOT LIKE 'sqlite_%'",
  )
  expect(tables.all().length).toBeGreaterThan(10)
  expect(tables.all().filter(({ strict }) => strict === 0)).toEqual([])
  const done = db.prepare('SELECT name, checksum FROM migration').all()
  expect(opened(path, 'plant').prepare('SELECT name, checksum FROM migration').all()).toEqual(done)
})

test('a file of a newer release, or one whose migration was edited, is refused and stays as it is', () => {
  const path = join(folder(), 'plant.db')
  const db = opened(path, 'plant')
  const count = () => db.prepare('SELECT count(*) FROM migration').pluck().get()
  db.exec("INSERT INTO migration (name, checksum) VALUES ('plant/9999-future.sql', 'x')")
  const before = count()
  expect(refusal(() => openForWriting(path, 'plant'))).toBe('store_unfit')
  db.exec("DELETE FROM migration WHERE name LIKE '%future%'")
  db.exec("UPDATE migration SET checksum = 'x' WHERE name = 'plant/0001-ledger.sql'")
  expect(refusal(() => openForWriting(path, 'plant'))).toBe('store_unfit')
  expect(count()).toBe(Number(before) - 1)
})

test('readings are not opened as a plant, and the tables of Litestream disturb nobody', () => {
  const path = join(folder(), 'telemetry.db')
  const db = opened(path, 'telemetry')
  db.exec(
    'CREATE TABLE _litestream_seq (id INTEGER PRIMARY KEY, seq INTEGER); CREATE TABLE _litestream_lock (id INTEGER)',
  )
  expect(refusal(() => openForWriting(path, 'plant'))).toBe('store_unfit')
  expect(kindOf(opened(path, 'telemetry'))).toBe('telemetry')
})
