import type { Sqlite } from './open.ts'
import { uuidBytes, uuidText } from './uuid-bytes.ts'

export type HoldStore = ReturnType<typeof holdStore>

/** Which hold holds which lot; the lot's count of open holds is kept beside its status. */
export function holdStore(db: Sqlite) {
  const add = db.prepare<[number, Uint8Array]>(
    'INSERT INTO hold_lot (lot_key, hold_id, open) VALUES (?, ?, 1) ON CONFLICT (lot_key, hold_id) DO UPDATE SET open = 1 WHERE open = 0',
  )
  const free = db.prepare<[number, Uint8Array]>(
    'UPDATE hold_lot SET open = 0 WHERE lot_key = ? AND hold_id = ? AND open = 1',
  )
  const more = db.prepare<[number, number]>('UPDATE lot SET holds = holds + ? WHERE lot_key = ?')
  const ofHold = db.prepare<[Uint8Array], { lot_key: number; open: number }>(
    'SELECT lot_key, open FROM hold_lot WHERE hold_id = ? ORDER BY lot_key',
  )
  const openOf = db.prepare<[number], Buffer>('SELECT hold_id FROM hold_lot WHERE lot_key = ? AND open = 1').pluck()
  return {
    /** Twice is once; a lot that this hold had let go is held again. */
    hold(lotKey: number, holdId: string): void {
      if (add.run(lotKey, uuidBytes(holdId)).changes === 1) more.run(1, lotKey)
    },
    free(lotKey: number, holdId: string): void {
      if (free.run(lotKey, uuidBytes(holdId)).changes === 1) more.run(-1, lotKey)
    },
    ofHold: (holdId: string): { lot_key: number; open: boolean }[] =>
      ofHold.all(uuidBytes(holdId)).map(({ lot_key, open }) => ({ lot_key, open: open === 1 })),
    /** Ids of the open holds on a lot. */
    openOf: (lotKey: number): string[] => openOf.all(lotKey).map(uuidText),
  }
}
