import { isDecimal } from '@flowviz/contract/decimal'
import { FlowError } from '@flowviz/contract/error'
import type { EventData } from '@flowviz/contract/event'
import type { LotRegistration, WeightEvidence } from '@flowviz/contract/lot'
import { isTimestamp } from '@flowviz/contract/time'
import { dimensionOf, toBase } from '@flowviz/contract/unit'
import { codeDay, type LotCodeState, nextLotCode } from './lot-code.ts'
import { decimalText, type Mass, massOf } from './mass.ts'
import { temperatureOf } from './temperature.ts'

type Captured = Extract<WeightEvidence, { method: 'captured' }>

export interface LotState extends Omit<LotCodeState, 'lastNumber'> {
  /** Highest generated number of a day (`YYMMDD`) and line. */
  lastNumber: (day: string, line: string) => number
  /** Id for the new lot. */
  lotId: string
  /** Time of recording. */
  now: string
}

const LINE = 'L1'

/**
 * Decides the registration of a lot: its code, and its weight with where it came from.
 * @throws FlowError lot_code_taken, quantity_invalid, weight_missing, weight_ambiguous, scale_unstable, scale_refused,
 *   body_invalid (an `occurred_at` that names no moment).
 */
export function registerLot(
  registration: LotRegistration,
  captured: Captured | null,
  state: LotState,
): EventData<'lot.registered'> {
  const { weight, mass } = weigh(registration, captured)
  if (registration.occurred_at !== undefined && !isTimestamp(registration.occurred_at))
    throw new FlowError('body_invalid', `occurred_at ${registration.occurred_at} is not a moment of any day.`)
  return {
    lot_id: state.lotId,
    lot_code: codeFor(registration, state),
    lot_type: registration.lot_type,
    tlc_source: state.site,
    product: registration.product ?? null,
    weight_kg: mass.weight_kg,
    weight_mg: mass.weight_mg,
    weight,
    temperature_c: registration.temperature_c === undefined ? null : temperatureOf(registration.temperature_c),
    supplier: registration.supplier ?? null,
    supplier_lot_code: registration.supplier_lot_code ?? null,
    line: registration.line ?? null,
    notes: registration.notes ?? null,
  }
}

function codeFor({ lot_code, line = LINE }: LotRegistration, state: LotState): string {
  if (lot_code === undefined) {
    const day = codeDay(state.now)
    return nextLotCode({ ...state, lastNumber: state.lastNumber(day, line) }, day, line)
  }
  if (state.taken(lot_code)) throw new FlowError('lot_code_taken', `Lot ${lot_code} exists at ${state.site}.`)
  return lot_code
}

/** How a person says a weight: by a scale that was captured, or by hand. */
export type Said = Pick<LotRegistration, 'scale_id' | 'weight_kg' | 'manual_reason'>

/**
 * A weight with where it came from.
 * @throws FlowError quantity_invalid, weight_missing, weight_ambiguous, scale_unstable, scale_refused.
 */
export function weigh(said: Said, captured: Captured | null): { weight: WeightEvidence; mass: Mass } {
  const { scale_id, weight_kg, manual_reason } = said
  if (weight_kg !== undefined) {
    if (scale_id !== undefined || captured !== null) throw new FlowError('weight_ambiguous')
    const weight: WeightEvidence = { method: 'manual', manual_reason: manual_reason ?? null }
    return { weight, mass: massOf(decimalText(weight_kg), 'kg') }
  }
  if (captured === null) throw new FlowError('weight_missing')
  if (scale_id !== captured.scale_id)
    throw new FlowError('weight_missing', `The captured weight is of ${captured.scale_id}, not of ${scale_id}.`)
  return { weight: captured, mass: massOfCaptured(captured) }
}

/** Evidence counts only while the scale itself says that it stands still and shows a weight. */
function massOfCaptured({ scale_id, measurement }: Captured): Mass {
  const { value, unit, quality, reason, weight } = measurement
  if (weight?.stable !== true && (quality !== 'bad' || reason === 'busy'))
    throw new FlowError('scale_unstable', `${scale_id} did not say that it stands still.`)
  if (quality !== 'good' || value === null || unit === null)
    throw new FlowError('scale_refused', `${scale_id} shows no weight: ${reason}.`)
  if (!isDecimal(value) || dimensionOf(unit) !== 'mass')
    throw new FlowError('quantity_invalid', `${scale_id} shows ${value} ${unit}, which is not a weight.`)
  if (toBase(value, unit) <= 0)
    throw new FlowError('scale_refused', `${scale_id} shows ${value} ${unit}.`, {
      hint: 'Put the goods on the scale and capture again.',
    })
  return massOf(value, unit)
}
