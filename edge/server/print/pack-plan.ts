import type { QcCheck, QcGate } from '@flowviz/contract/plant/qc-plan'
import type { PrintedPlan } from './pack-record.ts'
import type { Sheet } from './sheet.ts'
import { timeOf } from './words.ts'

const SHARES = [5, 2, 2, 2, 3, 2]

/** A version of a HACCP plan: each gate with its control, critical limits, monitoring, corrective action, reference. */
export function printPlan(sheet: Sheet, { plan, version, approved_at, approved_by }: PrintedPlan): void {
  sheet.need(90).rule(5)
  sheet.text(`${plan.title} (${plan.plan_id}), version ${version}`, { font: 'bold', size: 9 })
  sheet.pair(
    'Approved',
    approved_at === null
      ? 'not by this site: the plan that comes with the release, an example until the plant has validated it'
      : `${timeOf(approved_at)} by ${approved_by ?? 'name withheld'}`,
  )
  for (const gate of plan.gates) printGate(sheet, gate)
}

function printGate(sheet: Sheet, gate: QcGate): void {
  sheet.need(60).text(`Gate ${gate.gate_no}: ${gate.title} (${gate.gate_id})`, { font: 'bold', size: 8, above: 5 })
  sheet.pair('Control', `${gate.control}${gate.ccp ? ', critical control point' : ''}`)
  if (gate.checks.length > 0)
    sheet.table(
      ['What is monitored', 'Low limit', 'High limit', 'Unit', 'How', 'Value'],
      gate.checks.map(cellsOf),
      SHARES,
    )
  if (gate.frequency !== undefined) sheet.pair('How often', gate.frequency)
  sheet.pair('Who', gate.signed ? 'one who has no part in what is judged, signed' : 'the operator')
  sheet.pair('Corrective action', gate.reaction)
  if (gate.before_consume.length > 0) sheet.pair('Before use of', gate.before_consume.join(', '))
  if (gate.before_ship.length > 0) sheet.pair('Before shipping of', gate.before_ship.join(', '))
  if (gate.citation !== undefined) sheet.pair('Reference', gate.citation)
}

function cellsOf({ title, parameter, unit, low, high, required, instrument_kind }: QcCheck): string[] {
  const measured = low !== undefined || high !== undefined || unit !== undefined
  return [
    `${title} (${parameter})`,
    low ?? '',
    high ?? '',
    unit ?? '',
    instrument_kind ?? (measured ? '' : 'yes or no'),
    required === true ? 'required' : '',
  ]
}
