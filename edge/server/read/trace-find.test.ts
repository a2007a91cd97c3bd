import { codeOf } from '@flowviz/contract/error'
import type { TraceDirection } from '@flowviz/contract/trace'
import Database from 'better-sqlite3'
import { expect, onTestFinished, test } from 'vitest'
import { migrate } from '../store/migrate.ts'
import type { Sqlite } from '../store/open.ts'
import { traceStarts } from '../store/trace-start.ts'
import { traceStore } from '../store/trace-store.ts'
import { findNodes } from './trace-find.ts'

/** A plant's file with so many lots and the links between them, and nothing else. */
function genealogy(lots: number, links: readonly (readonly [src: number, dst: number])[]): Sqlite {
  const db = new Database(':memory:')
  onTestFinished(() => void db.close())
  migrate(db, 'plant')
  const lot = db.prepare(
    `INSERT INTO lot (lot_key, lot_id, tlc_source, lot_code, lot_type, weight_mg, day, seq, status, gate_passed)
     VALUES (?, randomblob(16), 'plant-a', ?, 'WIP', 1, '2026-11-23', ?, 'AVAILABLE', 7)`,
  )
  const link = db.prepare("INSERT INTO link (src, dst, seq, n, kind, weight_mg) VALUES (?, ?, ?, 1, 'TRANSFORM', 1)")
  db.transaction(() => {
    for (let key = 1; key <= lots; key += 1) lot.run(key, `LOT-${key}`, key)
    links.forEach(([src, dst], n) => void link.run(src, dst, lots + n))
  })()
  return db
}

function found(db: Sqlite, ref: string, { way, most }: { way: TraceDirection; most?: number }) {
  const question = { start: { by: 'lot', ref } as const, direction: way, rework: true, same_room: false, now: 0 }
  const parts = { store: traceStore(db), starts: traceStarts(db) }
  return findNodes(question, most === undefined ? parts : { ...parts, most })
}

const LEVELS = 2_000

test('a ladder of 2,000 diamonds is walked once, both ways', () => {
  const rungs = Array.from({ length: LEVELS }, (_, level) => {
    const [top, left, right, next] = [1, 2, 3, 4].map(n => 3 * level + n) as [number, number, number, number]
    return [
      [top, left],
      [top, right],
      [left, next],
      [right, next],
    ] as const
  })
  const lots = 3 * LEVELS + 1
  const db = genealogy(lots, rungs.flat())
  expect(found(db, 'LOT-1', { way: 'forward' }).lots).toHaveLength(lots)
  expect(found(db, `LOT-${lots}`, { way: 'backward' }).lots).toHaveLength(lots)
  expect(found(db, `LOT-${3 * 1_000 + 1}`, { way: 'both' }).lots).toHaveLength(lots)
})

test('a chain of 2,000 lots, each in the next five, is walked once', () => {
  const links = Array.from({ length: LEVELS }, (_, n) => [1, 2, 3, 4, 5].map(step => [n + 1, n + 1 + step] as const))
  const db = genealogy(LEVELS + 5, links.flat())
  expect(found(db, 'LOT-1', { way: 'forward' }).lots).toHaveLength(LEVELS + 5)
  expect(found(db, `LOT-${LEVELS + 5}`, { way: 'backward' }).lots).toHaveLength(LEVELS + 1)
})

test('a trace that reaches more than an answer holds is an error, and never a shorter list', () => {
  const links = Array.from({ length: 99 }, (_, n) => [n + 1, n + 2] as const)
  const db = genealogy(100, links)
  const codes = [99, 100, 101].map(most => {
    try {
      return found(db, 'LOT-1', { way: 'forward', most }).lots.length
    } catch (error) {
      return codeOf(error)
    }
  })
  expect(codes).toEqual(['trace_too_large', 100, 100])
})

test('a cycle, which only a damaged file can hold, ends all the same', () => {
  const db = genealogy(3, [
    [1, 2],
    [2, 3],
    [3, 1],
  ])
  expect(found(db, 'LOT-1', { way: 'both' }).lots).toEqual([1, 2, 3])
})
