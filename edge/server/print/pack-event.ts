import { fieldsOf } from '@flowviz/contract/audit-change'
import type { EventData } from '@flowviz/contract/event'
import type { SignatureView } from '@flowviz/contract/signature'
import { drawCurve } from './curve.ts'
import { dataOf, type PackRecord, type PrintedReview } from './pack-record.ts'
import type { Sheet } from './sheet.ts'
import { labelOf, shown, timeOf, whoOf } from './words.ts'

const VALUE_SHARES = [4, 2, 1, 2, 2, 2]
const POINT_SHARES = [2, 2, 2, 2, 1, 2]
/** Ids of which the names are printed; the archive has them all. */
const NAMED: ReadonlySet<string> = new Set(['postings', 'passed_over', 'curve', 'values', 'points'])

/** One record: number, time, person, actual values, reason, who signed it and what for, row hash. */
export function printRecord(sheet: Sheet, record: PackRecord, signatures: readonly SignatureView[]): void {
  const { seq, hash, fits, facts, brought_back_at } = record
  const decided = dataOf('gate.decided', record)
  const calibrated = dataOf('calibration.recorded', record)
  sheet.need(70).rule(5)
  const title = decided === null ? facts.type : `${record.beside.gate ?? decided.gate_id}: ${decided.decision}`
  sheet.text(`No. ${seq}   ${timeOf(facts.recorded_at)}   ${title}`, { font: 'bold', size: 9 })
  sheet.pair('By', whoOf(facts))
  if (facts.occurred_at !== facts.recorded_at) sheet.pair('Happened', timeOf(facts.occurred_at))
  if (brought_back_at !== null)
    sheet.pair('Brought back', `${timeOf(brought_back_at)}, after a restore, from headquarters`)
  about(sheet, record)
  if (decided !== null) decision(sheet, decided)
  else if (calibrated !== null) calibration(sheet, calibrated)
  else plain(sheet, facts.data)
  excursion(sheet, record)
  if (facts.reason !== null) sheet.pair('Reason', facts.reason)
  if (facts.corrects !== null) sheet.pair('Corrects', `event ${facts.corrects}`)
  for (const review of record.beside.reviews) sheet.pair('Review', reviewOf(review))
  for (const { printed_name, signer_id, signed_at, meaning, valid, seq: at } of signatures) {
    const name = printed_name ?? `name withheld, person ${signer_id}`
    sheet.pair('Signed', `${meaning} by ${name}, ${timeOf(signed_at)}, No. ${at}${valid ? '' : '  NOT VALID'}`)
  }
  sheet.pair('Row hash', `${hash}${fits ? '' : '  DOES NOT FIT ITS ROW'}`, 'mono')
}

function about(sheet: Sheet, { facts, beside }: PackRecord): void {
  const { lots, run_code } = beside
  if (lots.length > 0)
    sheet.pair('Lot', lots.map(({ lot_code, product }) => [lot_code, product].filter(Boolean).join(', ')).join('\n'))
  if (run_code !== null) sheet.pair('Run', run_code)
  if (facts.subject !== null) sheet.pair('About', facts.subject)
}

function decision(sheet: Sheet, data: EventData<'gate.decided'>): void {
  sheet.pair(
    'Gate',
    `${data.gate_no}, ${data.gate_id}${data.ccp ? ', CCP' : ''}, plan ${data.plan_id} version ${data.plan_version}`,
  )
  if (data.line !== null) sheet.pair('Line', data.line)
  if (data.values.length > 0)
    sheet.table(
      ['Parameter', 'Actual value', 'Unit', 'Low limit', 'High limit', 'Verdict'],
      data.values.map(({ parameter, value, unit, low, high, verdict }) => [
        parameter,
        value,
        unit ?? '',
        low ?? '',
        high ?? '',
        verdict,
      ]),
      VALUE_SHARES,
    )
  if (data.instrument_id !== null)
    sheet.pair('Instrument', `${data.instrument_id}, calibration ${data.calibration ?? 'not recorded'}`)
  if (data.notes !== null) sheet.pair('Notes', data.notes)
  if (data.entered_late) sheet.pair('Entered late', 'yes')
  if (data.waived) sheet.pair('Waived', 'the gate was let pass without its checks, signed')
  if (data.recheck_of !== null) sheet.pair('Done again', `decision ${data.recheck_of}`)
}

function calibration(sheet: Sheet, data: EventData<'calibration.recorded'>): void {
  sheet.pair('Instrument', data.instrument_id).pair('Procedure', data.procedure).pair('Standard', data.standard)
  sheet.table(
    ['Reference', 'As found', 'As left', 'Tolerance', 'Unit', 'Result'],
    data.points.map(({ reference, as_found, as_left, tolerance, unit, passed }) => [
      reference,
      as_found,
      as_left ?? '',
      tolerance,
      unit,
      passed ? 'passed' : 'FAILED',
    ]),
    POINT_SHARES,
  )
  sheet.pair('Result', `${data.passed ? 'passed' : 'FAILED'}${data.adjusted ? ', adjusted' : ''}`)
  if (data.next_due_on !== null) sheet.pair('Next due', data.next_due_on)
  if (data.impact.length > 0) sheet.pair('Impact', data.impact.map(({ seq }) => `No. ${seq}`).join(', '))
  if (data.deviation_id !== null) sheet.pair('Deviation', data.deviation_id)
}

function plain(sheet: Sheet, data: unknown): void {
  for (const [path, value] of Object.entries(fieldsOf(data)))
    if (value !== null && !NAMED.has(path)) sheet.pair(labelOf(path), shown(value))
}

function excursion(sheet: Sheet, record: PackRecord): void {
  const data = dataOf('excursion.ended', record)
  if (data === null) return
  const { monitor } = record.beside
  drawCurve(sheet, { points: data.curve, unit: data.unit, low: monitor?.low ?? null, high: monitor?.high ?? null })
}

function reviewOf({ seq, due_on, reviewed_at, reviewed_by, verdict, days }: PrintedReview): string {
  if (reviewed_at === null) return `of No. ${seq}: not reviewed yet, due on ${due_on}`
  const late = reviewed_at.slice(0, 10) > due_on ? `, LATE: was due on ${due_on}` : `, due on ${due_on}`
  return `of No. ${seq}: ${verdict ?? 'reviewed'} by ${reviewed_by ?? 'name withheld'} on ${timeOf(reviewed_at)}, after ${days} days${late}`
}
