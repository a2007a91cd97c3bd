import type { CommandBody, CommandName, CommandParams } from '@flowviz/contract/command'
import type { Lot } from '@flowviz/contract/lot'
import type { Item } from '@flowviz/contract/plant/item'
import type { Location } from '@flowviz/contract/plant/location'
import { plantStore } from '../../store/plant-store.ts'
import { type Box, OPERATOR, openBox } from './box.ts'

/** What a command was refused with, beside its code. */
export interface Refused {
  code: string
  [field: string]: unknown
}

/** A box with places, items and businesses, and a short way to use it. */
export interface StoreRoom {
  box: Box
  place(location_id: string, change?: Partial<Location>): void
  item(item_id: string, change?: Partial<Item>): void
  lot(change?: Partial<CommandBody<'register-lot'>>): Lot
  now(lot: { lot_id: string }): { on_hand_mg: number; status: string; holds: number; gate_passed: number }
  /** Where a lot stands: `{dock: 12.5}` in kilograms; a handling unit as `dock/hu`. */
  where(lot: { lot_id: string }): Record<string, number>
  hold(...lots: { lot_id: string }[]): string
  /** Gates up to a number have passed, as the ledger says it. */
  pass(lot: Lot, gate_no: number): void
  /** Does a command that is refused: its code and fields; fails when it is done, or when anything was written. */
  refused<C extends CommandName>(name: C, given: { params?: CommandParams<C>; body: CommandBody<C> }): Refused
}

export function openStoreRoom(): StoreRoom {
  const box = openBox()
  const store = plantStore(box.engine.db)
  const define = (location_id: string, change: Partial<Location> = {}) => {
    const body = { title: location_id, kind: 'storage' as const, ...change }
    box.act('define-location', { params: { location_id }, body })
  }
  define('receiving', { kind: 'dock' })
  define('cold-room')
  define('quarantine', { kind: 'quarantine', allow_held: true })
  return {
    box,
    place: define,
    item(item_id, change = {}) {
      box.act('define-item', { params: { item_id }, body: { title: item_id, lot_type: 'RAW', ...change } })
    },
    lot: (change = {}) => box.act('register-lot', { body: { lot_type: 'RAW', weight_kg: '100', ...change } }),
    now({ lot_id }) {
      const { lot_key, status, holds, gate_passed } = store.lots.byId(lot_id)!
      return { on_hand_mg: store.stock.onHandMg(lot_key), status, holds, gate_passed }
    },
    where({ lot_id }) {
      const rows = store.stock.ofLot(store.lots.keyOf(lot_id)!)
      const name = (row: (typeof rows)[0]) => (row.hu_id === '' ? row.location_id : `${row.location_id}/hu`)
      return Object.fromEntries(rows.map(row => [name(row), row.weight_mg / 1_000_000]))
    },
    hold(...lots) {
      const body = { lot_ids: lots.map(({ lot_id }) => lot_id), reason: 'glass in the line' }
      return box.act('place-hold', { body }).hold_id
    },
    pass({ lot_id }, gate_no) {
      box.submit('record', {
        type: 'gate.decided',
        actor: OPERATOR,
        subject: `lot:${lot_id}`,
        data: decided(lot_id, gate_no),
        occurred_at: null,
      })
    },
    refused(name, given) {
      const { seq } = box.engine.head()
      try {
        box.act(name, given)
      } catch (error) {
        if (box.engine.head().seq !== seq) throw new Error(`${name} was refused and yet wrote something`)
        return error as unknown as Refused
      }
      throw new Error(`${name} was not refused`)
    },
  }
}

const decided = (lot_id: string, gate_no: number) => ({
  decision_id: '019ab0a2-5c00-7000-8000-0000000000dd',
  plan_id: 'seven-gates',
  plan_version: 1,
  gate_id: 'any',
  gate_no,
  ccp: false,
  lot_id,
  run_id: null,
  line: null,
  decision: 'PASS' as const,
  values: [],
  notes: null,
  instrument_id: null,
  calibration: null,
  entered_late: false,
  recheck_of: null,
  waived: false,
  run_gate_passed: null,
  lots: [{ lot_id, status: 'AVAILABLE' as const, gate_passed: gate_no }],
})
