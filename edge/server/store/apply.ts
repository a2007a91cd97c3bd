import type { Change } from '@flowviz/contract/change'
import type { PlantStore } from './plant-store.ts'

type Applied = Pick<PlantStore, 'lots' | 'stock' | 'links' | 'gates' | 'holds' | 'records'>
type Target = Change['to']
type ChangeTo<T extends Target> = Extract<Change, { to: T }>

/** The event whose changes are written. */
export interface AppliedAt {
  seq: number
  recorded_at: string
  /** A history that came back: what it takes may be gone by now. */
  lenient: boolean
}

/** Makes the function that writes the changes of an event into the tables; `n` counts the changes of one event. */
export function applier({ lots, stock, links, gates, holds, records }: Applied) {
  /** A change of a lot that is not here any more (a history that came back in part) has nothing to change. */
  const onLot = (lotId: string, change: (key: number) => void): void => {
    const key = lots.keyOf(lotId)
    if (key !== null) change(key)
  }
  const targets: { [T in Target]: (change: ChangeTo<T>, at: AppliedAt, n: number) => void } = {
    lot({ lot }, { seq, recorded_at }) {
      const lot_key = lots.add(lot, { day: recorded_at.slice(0, 10), seq })
      const { location_id, weight_mg, count } = lot
      stock.enter({ lot_key, location_id, hu_id: '', weight_mg, count, since: recorded_at, since_seq: seq })
    },
    'lot-state': change => onLot(change.lot_id, key => lots.setState(key, change)),
    stock: ({ posting }, at, n) => onLot(posting.lot_id, key => stock.post(key, posting, { ...at, n })),
    link({ from, into, kind, weight_mg, count }, { seq }, n) {
      links.add({ from, into }, { kind, weight_mg, count, seq, n })
    },
    gate({ gate }, { seq }) {
      gates.add(gate, gate.lot_id === null ? null : lots.keyOf(gate.lot_id), seq)
    },
    held: ({ hold_id, lot_id }) => onLot(lot_id, key => holds.hold(key, hold_id)),
    freed: ({ hold_id, lot_id }) => onLot(lot_id, key => holds.free(key, hold_id)),
    record: (change, { seq }) => records.change(change, seq),
  }
  return (change: Change, at: AppliedAt, n: number): void => {
    const write = targets[change.to] as (change: Change, at: AppliedAt, n: number) => void
    write(change, at, n)
  }
}
