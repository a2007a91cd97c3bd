import type { Sqlite } from './open.ts'

export type TlcStore = ReturnType<typeof tlcStore>

/** Lot codes of suppliers and the sources that gave them. */
export function tlcStore(db: Sqlite) {
  const add = db.prepare<[string, number, string]>(
    `INSERT INTO supplier_tlc (tlc, lot_key, source) VALUES (?, ?, ?)
     ON CONFLICT (tlc, lot_key) DO NOTHING`,
  )
  const sources = db
    .prepare<[string], string>('SELECT DISTINCT source FROM supplier_tlc WHERE tlc = ? ORDER BY source')
    .pluck()
  return {
    add: (tlc: string, { lot_key, source }: { lot_key: number; source: string }): void =>
      void add.run(tlc, lot_key, source),
    /** Everybody whose lot bears a code. */
    sources: (tlc: string): string[] => sources.all(tlc),
  }
}

/** Who gave a lot the supplier's code: the source as it was said, else the supplier. */
export function sourceOf(lot: {
  supplier: string | null
  supplier_id: string | null
  supplier_tlc_source: string | null
}): string {
  return lot.supplier_tlc_source ?? lot.supplier_id ?? lot.supplier ?? ''
}
