import { FlowError } from '@flowviz/contract/error'
import { Name } from '@flowviz/contract/name'
import Type from 'typebox'
import type { TraceStart } from '../store/trace-start.ts'

export const LotParams = Type.Object({
  lot: Type.String({ minLength: 1, maxLength: 60, description: 'Id or code of a lot.' }),
})

/** What a trace is found by when the lot is not named; exactly one of the three. */
export const TraceSearch = {
  sscc: Type.Optional(
    Type.String({ pattern: '^(00)?\\d{18}$', description: 'Of a handling unit: with or without its AI 00.' }),
  ),
  gtin: Type.Optional(Type.String({ pattern: '^\\d{14}$', description: 'With `lot_code`.' })),
  lot_code: Type.Optional(Type.String({ minLength: 1, maxLength: 60 })),
  supplier_lot_code: Type.Optional(Type.String({ minLength: 1, maxLength: 60 })),
  supplier_id: Type.Optional(
    Type.String({ ...Name, description: 'With `supplier_lot_code`: only the lots of this supplier.' }),
  ),
} as const

interface Search {
  sscc?: string
  gtin?: string
  lot_code?: string
  supplier_lot_code?: string
  supplier_id?: string
}

const SSCC_DIGITS = 18

/** @throws FlowError body_invalid when not exactly one way to find the lots is given */
export function startOf({ sscc, gtin, lot_code, supplier_lot_code, supplier_id }: Search): TraceStart {
  const found: TraceStart[] = []
  if (sscc !== undefined) found.push({ by: 'sscc', sscc: sscc.slice(-SSCC_DIGITS) })
  if (gtin !== undefined && lot_code !== undefined) found.push({ by: 'gtin', gtin, lot_code })
  if (supplier_lot_code !== undefined)
    found.push({ by: 'supplier_lot', supplier_lot_code, supplier_id: supplier_id ?? null })
  const half = (gtin === undefined) !== (lot_code === undefined) || (supplier_id !== undefined && !supplier_lot_code)
  const [start] = found
  if (start === undefined || found.length > 1 || half)
    throw new FlowError('body_invalid', 'Send sscc, or gtin and lot_code, or supplier_lot_code with its supplier_id.')
  return start
}
