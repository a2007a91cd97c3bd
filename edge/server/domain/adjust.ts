import { FlowError } from '@flowviz/contract/error'
import { accountOf, type Posting, type Spot } from '@flowviz/contract/posting'
import type { Quantity } from '@flowviz/contract/quantity'
import { toBase } from '@flowviz/contract/unit'
import { decimalText } from './mass.ts'
import { quantityOfMg } from './stock.ts'

// As much as a lot can weigh.
const MASS_MG_MAX = 1_000_000_000_000

/** What was truly found, which may be nothing. @throws FlowError quantity_invalid */
export function foundMass(said: string | number): { weight_kg: string; weight_mg: number } {
  const weight_kg = decimalText(said)
  const weight_mg = toBase(weight_kg, 'kg')
  if (weight_mg < 0 || weight_mg > MASS_MG_MAX)
    throw new FlowError('quantity_invalid', `${weight_kg} kg cannot have been counted.`)
  return { weight_kg, weight_mg }
}

/** What a count found where the books say something else. */
export interface Counted {
  lot_id: string
  spot: Spot
  /** By the books; null: nothing. */
  booked: { weight_mg: number; count: number | null } | null
  found: Quantity
}

/**
 * The postings that make the books say what was found. Weight and pieces go one way in one posting; where one rises and
 * the other falls, all of it goes out and what was found comes in.
 */
export function countPostings({ lot_id, spot, booked, found }: Counted): Posting[] {
  const place = accountOf(spot)
  const out = (quantity: Quantity): Posting => ({ lot_id, from: place, to: 'adjustment', quantity })
  const back = (quantity: Quantity): Posting => ({ lot_id, from: 'adjustment', to: place, quantity })
  if (booked === null) return found.weight_mg === 0 ? [] : [back(found)]
  const all = quantityOfMg(booked.weight_mg, booked.count)
  if (found.weight_mg === 0) return [out(all)]
  const more_mg = found.weight_mg - booked.weight_mg
  const more = booked.count === null ? null : (found.count ?? 0) - booked.count
  if (more_mg === 0 && (more ?? 0) === 0) return []
  if (more_mg > 0 && (more ?? 0) >= 0) return [back(quantityOfMg(more_mg, more))]
  if (more_mg < 0 && (more ?? 0) <= 0) return [out(quantityOfMg(-more_mg, more === null ? null : -more))]
  return [out(all), back({ ...found, count: booked.count === null ? null : found.count })]
}
