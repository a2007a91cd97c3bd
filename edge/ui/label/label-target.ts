import type { Hold } from '@flowviz/contract/hold'
import type { LabelKind } from '@flowviz/contract/label'
import type { HandlingUnit } from '@flowviz/contract/logistics-view'
import type { KnownLot } from '../lot/pending-lots.ts'
import { labelOfLot } from './printer-choice.ts'

/** What gets a label, as this tablet knows it. */
export interface LabelTarget {
  label: LabelKind
  lot_id?: string
  hu_id?: string
  hold_id?: string
  /** Its name on the screen. */
  name: string
  /** What a command about it stays in order with. */
  lane: string
  /** The appliance does not know it yet: there is no picture of its label. */
  pending: boolean
}

export interface Plant {
  lots: readonly KnownLot[]
  units: readonly HandlingUnit[]
  holds: readonly Pick<Hold, 'hold_id'>[]
}

/** Finds what an address or a scan names: a lot by code or id, a pallet by SSCC or id, a hold. */
export function labelTarget(ref: string, { lots, units, holds }: Plant): LabelTarget | null {
  const lot = lots.find(one => one.lot_code === ref || (one.pending === undefined && one.lot_id === ref))
  if (lot?.lot_code != null) {
    const common = { label: labelOfLot(lot.lot_type ?? ''), name: lot.lot_code, lane: `lot:${lot.lot_code}` }
    return lot.pending === true
      ? { ...common, lot_id: lot.lot_code, pending: true }
      : { ...common, lot_id: lot.lot_id, pending: false }
  }
  const unit = units.find(({ hu_id, sscc }) => hu_id === ref || sscc === ref)
  if (unit !== undefined) {
    const { hu_id, sscc } = unit
    return { label: 'pallet', hu_id, name: sscc ?? hu_id, lane: `hu_id:${hu_id}`, pending: false }
  }
  if (!holds.some(({ hold_id }) => hold_id === ref)) return null
  return { label: 'hold', hold_id: ref, name: ref.slice(-8), lane: `hold_id:${ref}`, pending: false }
}
