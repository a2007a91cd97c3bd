import type { QcCheck } from '@flowviz/contract/plant/qc-plan'
import { SEVEN_GATES } from '@flowviz/contract/plant/seven-gates'
import type { Course, Step } from './plan.ts'

/** A tablet's session. */
export interface Session {
  token: string
}

export const codeOf = (lot: number) => `DAY-${String(lot).padStart(8, '0')}`
export const kgOf = (grams: number) => (grams / 1_000).toFixed(3)

/** Path and body of a step. */
function asked(step: Step, { type, grams }: Course, lot: number): { path: string; body: Record<string, unknown> } {
  const code = codeOf(lot)
  if (step.kind === 'register') {
    const said = { lot_code: code, lot_type: type, product: PRODUCTS[type], temperature_c: '2.4' }
    const bought = type === 'RAW' ? { supplier: 'Hillside Poultry', supplier_lot_code: `HP-${lot}` } : {}
    return {
      path: '/lots',
      body: { ...said, weight_kg: kgOf(grams), manual_reason: 'scale in calibration', ...bought },
    }
  }
  if (step.kind === 'gate') {
    const { gate_id, checks } = SEVEN_GATES.gates[step.gate - 1]!
    return { path: '/qc-decisions', body: { lot_id: code, gate_id, decision: 'PASS', values: checks.map(rightValue) } }
  }
  if (step.kind === 'move') return { path: `/lots/${code}/moves`, body: { to_location_id: step.to } }
  const body = { source_lot_id: codeOf(step.source), weight_kg: kgOf(step.grams) }
  return { path: `/lots/${code}/links`, body }
}

const PRODUCTS = {
  RAW: 'Chicken thighs, chilled',
  WIP: 'Chicken, cooked and diced',
  FG: 'Chicken curry, 400 g',
} as const

/** A value that is right by the limits of a check, or a yes where it has none. */
function rightValue({ parameter, low, high }: QcCheck): { parameter: string; value: string | boolean } {
  if (low !== undefined) return { parameter, value: (Number(low) * 1.02).toFixed(1) }
  return { parameter, value: high === undefined ? true : (Number(high) * 0.8).toFixed(1) }
}

/** The bytes of a step's request, with an idempotency key as a tablet's queue gives it one. */
export function requestOf(
  step: Step,
  { course, lot, at }: { course: Course; lot: number; at: number },
  { token }: Session,
): string {
  const { path, body } = asked(step, course, lot)
  const text = JSON.stringify(body)
  return (
    `POST /api/v1${path} HTTP/1.1\r\nHost: plant\r\nAuthorization: Bearer ${token}\r\n` +
    `Idempotency-Key: ${codeOf(lot)}-${at}\r\nContent-Type: application/json\r\nContent-Length: ${text.length}\r\n\r\n${text}`
  )
}

/** The bytes of a request that reads. */
export function readOf(path: string, { token }: Session): string {
  return `GET ${path} HTTP/1.1\r\nHost: plant\r\nAuthorization: Bearer ${token}\r\n\r\n`
}
