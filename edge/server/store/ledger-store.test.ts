import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { folder } from '../writer/testing/box.ts'
import { ledgerStore } from './ledger-store.ts'
import { openForReading, openForWriting, synchronousOf } from './open.ts'

function openFile() {
  const path = join(folder(), 'plant.db')
  const db = openForWriting(path, 'plant')
  onTestFinished(() => void db.close())
  const ledger = ledgerStore(db)
  for (const seq of [1, 2]) ledger.append({ seq, hash: new Uint8Array(32).fill(seq), body: `{"seq":${seq}}` })
  return { path, db, ledger }
}

const CHANGES = [
  "UPDATE ledger SET body = '{}' WHERE seq = 1",
  'UPDATE ledger SET hash = zeroblob(32)',
  'DELETE FROM ledger WHERE seq = 2',
  'DELETE FROM ledger',
  "INSERT OR REPLACE INTO ledger (seq, hash, body) VALUES (1, zeroblob(32), '{}')",
  "REPLACE INTO ledger (seq, hash, body) VALUES (2, zeroblob(32), '{}')",
]

for (const change of CHANGES)
  test(`the file itself refuses: ${change}`, () => {
    const { db, ledger } = openFile()
    const before = ledger.rows(1, 10)
    db.pragma('recursive_triggers = OFF')
    expect(() => db.exec(change)).toThrow(expect.objectContaining({ code: 'SQLITE_CONSTRAINT_TRIGGER' }))
    expect(ledger.rows(1, 10)).toEqual(before)
  })

test('every write connection waits for the disk, and a reading one cannot write', () => {
  const { path, db } = openFile()
  expect(synchronousOf(db)).toBe(2)
  expect(db.pragma('journal_mode', { simple: true })).toBe('wal')
  expect(db.pragma('foreign_keys', { simple: true })).toBe(1)
  const reader = openForReading(path)
  onTestFinished(() => void reader.close())
  expect(() => reader.exec('CREATE TABLE x (a)')).toThrow(expect.objectContaining({ code: 'SQLITE_READONLY' }))
})
