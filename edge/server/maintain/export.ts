import { closeSync, openSync, writeFileSync, writeSync } from 'node:fs'
import type { Sqlite } from '../store/open.ts'
import { plantStore } from '../store/plant-store.ts'

const PAGE = 1_000

/** Writes every body on a line of its own, exactly as stored, and beside it the newest signed head. */
export function exportLedger(db: Sqlite, out: string): { rows: number; checkpoint: string | null } {
  const { ledger, checkpoints } = plantStore(db)
  const file = openSync(out, 'wx')
  let rows = 0
  try {
    for (;;) {
      const page = ledger.rows(rows + 1, PAGE)
      if (page.length > 0) writeSync(file, page.map(({ body }) => `${body}\n`).join(''))
      rows += page.length
      if (page.length < PAGE) break
    }
  } finally {
    closeSync(file)
  }
  const note = checkpoints.newest(rows)
  const checkpoint = note === null ? null : `${out}.checkpoint`
  if (checkpoint !== null && note !== null) writeFileSync(checkpoint, note)
  return { rows, checkpoint }
}
