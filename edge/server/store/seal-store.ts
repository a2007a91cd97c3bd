import type { Sqlite } from './open.ts'

export type SealStore = ReturnType<typeof sealStore>

/** How far readings are under the chain. */
export function sealStore(db: Sqlite) {
  const set = db.prepare<[number]>(
    'INSERT INTO seal (one, to_seq) VALUES (1, ?) ON CONFLICT (one) DO UPDATE SET to_seq = excluded.to_seq',
  )
  const get = db.prepare<[], number>('SELECT to_seq FROM seal WHERE one = 1').pluck()
  return {
    set: (seq: number): void => void set.run(seq),
    get: (): number => get.get() ?? 0,
  }
}
