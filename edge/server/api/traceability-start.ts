import { FlowError } from '@flowviz/contract/error'
import { parseSymbols } from '@flowviz/contract/gs1/scan'
import { Name } from '@flowviz/contract/name'
import { plainCode } from '@flowviz/contract/plain-code'
import Type from 'typebox'
import type { TraceStart } from '../store/trace-start.ts'

export const LotParams = Type.Object({
  lot: Type.String({ minLength: 1, maxLength: 60, description: 'Id or code of a lot.' }),
})

/** What a trace is found by when the lot is not named; exactly one of the four. */
export const TraceSearch = {
  sscc: Type.Optional(
    Type.String({ pattern: '^(00)?\\d{18}$', description: 'Of a handling unit: with or without its AI 00.' }),
  ),
  scan: Type.Optional(
    Type.String({
      minLength: 1,
      maxLength: 2_000,
      description: 'A label as it was scanned: element string, Digital Link, SSCC, or the plain code of a lot.',
    }),
  ),
  gtin: Type.Optional(
    Type.String({
      pattern: '^(\\d{8}|\\d{12,14})$',
      description: 'With `lot_code`; shorter ones without their zeros.',
    }),
  ),
  lot_code: Type.Optional(Type.String({ minLength: 1, maxLength: 60 })),
  supplier_lot_code: Type.Optional(Type.String({ minLength: 1, maxLength: 60 })),
  supplier_id: Type.Optional(
    Type.String({ ...Name, description: 'With `supplier_lot_code`: only the lots of this supplier.' }),
  ),
} as const

interface Search {
  scan?: string
  sscc?: string
  gtin?: string
  lot_code?: string
  supplier_lot_code?: string
  supplier_id?: string
}

const SSCC_DIGITS = 18
const GTIN_DIGITS = 14

/** @throws FlowError body_invalid when not exactly one way to find the lots is given, scan_unknown */
export function startOf(search: Search): TraceStart {
  const { scan, sscc, gtin, lot_code, supplier_lot_code, supplier_id } = search
  const found: TraceStart[] = []
  if (scan !== undefined) found.push(scanned(scan))
  if (sscc !== undefined) found.push({ by: 'sscc', sscc: sscc.slice(-SSCC_DIGITS) })
  if (gtin !== undefined && lot_code !== undefined)
    found.push({ by: 'gtin', gtin: gtin.padStart(GTIN_DIGITS, '0'), lot_code })
  if (supplier_lot_code !== undefined)
    found.push({ by: 'supplier_lot', supplier_lot_code, supplier_id: supplier_id ?? null })
  const half = (gtin === undefined) !== (lot_code === undefined) || (supplier_id !== undefined && !supplier_lot_code)
  const [start] = found
  if (start === undefined || found.length > 1 || half)
    throw new FlowError(
      'body_invalid',
      'Send scan, or sscc, or gtin and lot_code, or supplier_lot_code with its supplier_id.',
    )
  return start
}

/** AI of the house on our own labels: a lot whose item has no GTIN. */
const OWN_LOT_AI = '91'

function scanned(text: string): TraceStart {
  const read = parseSymbols([text], { part: true })
  const of = (wanted: string) => (read.ok ? read.elements.find(({ ai }) => ai === wanted)?.value : undefined)
  const [sscc, gtin, lot_code] = [of('00'), of('01') ?? of('02'), of('10')]
  const named = of(OWN_LOT_AI) ?? plainCode([text])
  const labelled = gtin !== undefined && lot_code !== undefined
  if (sscc !== undefined && labelled) return { by: 'label', sscc, gtin, lot_code }
  if (sscc !== undefined) return { by: 'sscc', sscc }
  if (labelled) return { by: 'gtin', gtin, lot_code }
  if (named !== null) return { by: 'lot', ref: named }
  throw new FlowError('scan_unknown', 'The label names no lot and no handling unit.')
}
