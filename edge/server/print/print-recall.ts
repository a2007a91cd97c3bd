import { decimalOf } from '@flowviz/contract/decimal'
import type { RecallBalance, RecallConsignee, RecallEffect } from '@flowviz/contract/recall'
import type { LotBalance, RecallTotal, RunShare } from '@flowviz/contract/recall-word'
import { evidence, signed } from './print-record.ts'
import type { PrintedRecall } from './recall.ts'
import { Sheet } from './sheet.ts'
import { shown, timeOf, whoOf } from './words.ts'

const kg = (weight_mg: number): string => decimalOf(weight_mg, 6)

/**
 * The report of a recall or of a drill (food-domain B4): scenario, clock, scope, balance, consignees, gaps, signatures,
 * and the hashes of the rows that say so.
 */
export function printRecall(paper: PrintedRecall): Promise<Uint8Array> {
  const { recall } = paper
  const title = recall.mode === 'mock' ? 'Mock recall report' : 'Recall report'
  const sheet = new Sheet({
    title: `${title} ${recall.recall_id}`,
    author: paper.site_name,
    created: paper.printed_at,
    foot: `${paper.site_name} (${paper.site}) · ${title} ${recall.recall_id} · printed ${timeOf(paper.printed_at)} by ${paper.printed_by}`,
  })
  sheet.text(paper.site_name, { font: 'bold', size: 15 })
  sheet.text(title, { font: 'bold', size: 12, above: 2 }).rule(4)
  head(sheet, paper)
  clock(sheet, paper)
  scope(sheet, paper)
  const balance = JSON.parse(paper.balance) as RecallBalance
  total(sheet, balance)
  lots(sheet, balance.lots)
  standing(sheet, balance.lots)
  runs(sheet, balance.runs)
  effect(sheet, paper.recall.effect)
  consignees(sheet, paper)
  list(sheet, 'Gaps', recall.gaps)
  list(sheet, 'What follows', recall.actions)
  record(sheet, paper)
  return sheet.finish()
}

const part = (sheet: Sheet, title: string) => sheet.need(60).text(title, { font: 'bold', size: 11, above: 12 }).rule(2)
const nameOf = ({ names }: PrintedRecall, id: string | null): string => (id === null ? '' : (names[id] ?? id))

function head(sheet: Sheet, { recall, site, site_name }: PrintedRecall): void {
  const { result, goal } = recall
  sheet.pair('Plant', `${site_name} (${site})`)
  sheet.pair('Recall', `${recall.recall_id}, ${recall.state}`)
  sheet.pair('Scenario', recall.scenario)
  sheet.pair('Begins with', shown(recall.start))
  sheet.pair('Direction', recall.direction)
  sheet.pair(
    'Goal',
    `at most ${goal.minutes_max} minutes, from ${goal.accounted_min_pct} to ${goal.accounted_max_pct} % accounted for`,
  )
  if (result === null) sheet.pair('Result', 'none yet: the quantities have not been reconciled')
  else
    sheet.pair(
      'Result',
      `${result.passed ? 'PASSED' : 'NOT PASSED'}: ${result.total.accounted_pct ?? 'no'} % after ${result.minutes} minutes`,
      'bold',
    )
  if (result?.explanation != null) sheet.pair('Explanation', result.explanation)
}

function clock(sheet: Sheet, paper: PrintedRecall): void {
  const { steps, tasks, opened_at, result } = paper.recall
  part(sheet, 'Clock')
  sheet.pair('Started', timeOf(opened_at))
  const stopped = steps.find(({ step }) => step === 'reconciled')
  sheet.pair('Stopped', result === null || stopped === undefined ? 'still running' : timeOf(stopped.at))
  const shares = [2, 4, 2, 5]
  sheet.row(['Step', 'Time', 'Minutes', 'By'], { shares, bold: true })
  for (const { step, at, minutes, by } of steps)
    sheet.row([step, timeOf(at), String(minutes), nameOf(paper, by)], { shares })
  const widths = [6, 4, 4, 6]
  sheet.row(['Task', 'Due', 'Done', 'What was done'], { shares: widths, bold: true })
  for (const { title, due_at, done_at, text, late } of tasks)
    sheet.row(
      [title, timeOf(due_at), `${done_at === null ? 'open' : timeOf(done_at)}${late ? ', late' : ''}`, text ?? ''],
      {
        shares: widths,
      },
    )
}

function scope(sheet: Sheet, paper: PrintedRecall): void {
  const shares = [2, 4, 2, 2, 2, 2, 4]
  part(sheet, 'Scope')
  sheet.row(['Version', 'Time', 'Begins with', 'Lots', 'New', 'Gone', 'Followed'], { shares, bold: true })
  for (const one of paper.recall.scopes) {
    const followed = [one.include_rework ? 'rework' : 'no rework', ...(one.include_same_room ? ['same room'] : [])]
    const counts = [one.start_count, one.lot_count, one.added.length, one.removed.length].map(String)
    sheet.row([String(one.version), timeOf(one.scoped_at), ...counts, followed.join(', ')], { shares })
  }
}

type Field = keyof RecallTotal & `${string}_mg`

/** The quantities of food-domain B4 in the order in which material goes. */
const QUANTITIES: readonly [title: string, field: Field][] = [
  ['Came into the scope', 'entered_mg'],
  ['Registered', 'registered_mg'],
  ['Of it received', 'received_mg'],
  ['Of it produced', 'produced_mg'],
  ['Of that rework', 'rework_mg'],
  ['Used in runs', 'used_mg'],
  ['Became part of other lots', 'divided_mg'],
  ['Shipped', 'shipped_mg'],
  ['Sent back to suppliers', 'sent_back_mg'],
  ['Waste of lots', 'waste_mg'],
  ['Waste of runs', 'run_waste_mg'],
  ['Samples of lots', 'sample_mg'],
  ['Samples of runs', 'run_sample_mg'],
  ['Losses of lots', 'loss_mg'],
  ['Losses of runs', 'run_loss_mg'],
  ['Adjusted', 'adjusted_mg'],
  ['Voided', 'voided_mg'],
  ['In stock', 'on_hand_mg'],
  ['In process', 'in_process_mg'],
  ['Unexplained by runs', 'run_unexplained_mg'],
  ['Unexplained in all', 'unexplained_mg'],
]

function total(sheet: Sheet, { total: sums, fixed_at }: RecallBalance): void {
  part(sheet, 'Mass balance')
  sheet.pair('As of', fixed_at === null ? 'now' : timeOf(fixed_at))
  for (const [title, field] of QUANTITIES) sheet.pair(title, `${kg(sums[field])} kg`)
  sheet.pair('Accounted for', `${sums.accounted_pct ?? 'no'} % of what came into the scope`, 'bold')
}

function lots(sheet: Sheet, rows: readonly LotBalance[]): void {
  const shares = [5, 3, 3, 3, 3, 3, 3, 3, 3]
  part(sheet, 'Lots in scope, kg')
  const heads = ['Lot', 'Status', 'Registered', 'Into runs', 'Into lots', 'Shipped', 'Other', 'On hand', 'Unexplained']
  sheet.row(heads, { shares, bold: true })
  for (const lot of rows) {
    const other = lot.waste_mg + lot.sample_mg + lot.loss_mg + lot.adjusted_mg + lot.sent_back_mg + lot.voided_mg
    const sums = [lot.registered_mg, lot.used_mg, lot.divided_mg, lot.shipped_mg, other, lot.on_hand_mg]
    sheet.row([lot.lot_code, lot.status, ...[...sums, lot.unexplained_mg].map(kg)], { shares })
  }
}

/** Stock of the scope by place and status. */
function standing(sheet: Sheet, rows: readonly LotBalance[]): void {
  const sums = new Map<string, number>()
  for (const { status, places } of rows)
    for (const { location_id, weight_mg } of places)
      sums.set(`${location_id}\n${status}`, (sums.get(`${location_id}\n${status}`) ?? 0) + weight_mg)
  const shares = [5, 4, 4]
  part(sheet, 'On hand')
  if (sums.size === 0) return void sheet.text('Nothing of it is in the house.')
  sheet.row(['Place', 'Status', 'kg'], { shares, bold: true })
  for (const [key, weight_mg] of [...sums].sort()) sheet.row([...key.split('\n'), kg(weight_mg)], { shares })
}

function runs(sheet: Sheet, rows: readonly RunShare[]): void {
  if (rows.length === 0) return
  const shares = [5, 3, 3, 3, 3, 3, 3, 3, 3]
  part(sheet, 'Runs that took it in, kg')
  const heads = ['Run', 'Of the scope', 'Input', 'Produced', 'Rework', 'Waste', 'Samples', 'Losses', 'Unexplained']
  sheet.row(heads, { shares, bold: true })
  for (const run of rows) {
    const produced = run.good_mg + run.by_product_mg
    const gone = [run.waste_mg, run.sample_mg, run.process_loss_mg]
    const sums = [run.scope_mg, run.input_mg, produced, run.rework_mg, ...gone].map(kg)
    const left = run.in_process_mg === 0 ? kg(run.unexplained_mg) : `${kg(run.in_process_mg)} in process`
    sheet.row([`${run.run_code} ${run.state}`, ...sums, left], { shares })
  }
}

/** Whether the notices have reached anybody, and what they brought back. */
function effect(sheet: Sheet, of: RecallEffect): void {
  if (of.consignee_count === 0) return
  part(sheet, 'Effectiveness')
  const share = (count: number) => `${count} of ${of.consignee_count}`
  sheet.pair('Consignees notified', share(of.notified_count))
  sheet.pair('Answered', share(of.answered_count))
  sheet.pair('Checked', `${share(of.checked_count)}, effective ${of.effective_count}`)
  sheet.pair('Shipped', `${kg(of.shipped_mg)} kg`)
  sheet.pair('Came back', `${kg(of.returned_mg)} kg`)
  sheet.pair('Still there', `${kg(of.found_mg)} kg`)
  sheet.pair('Used, sold or not told', `${kg(of.gone_mg)} kg`)
}

function consignees(sheet: Sheet, paper: PrintedRecall): void {
  part(sheet, 'Consignees')
  if (paper.recall.consignees.length === 0) sheet.text('Nothing of it has left the plant.')
  for (const one of paper.recall.consignees) consignee(sheet, one, paper)
}

function consignee(sheet: Sheet, one: RecallConsignee, paper: PrintedRecall): void {
  sheet.need(60).text(`${one.title} (${one.customer_id})`, { font: 'bold', size: 9, above: 4 })
  sheet.pair('Reached by', [one.phone, one.address, one.gln].filter(part => part !== null).join(' · ') || 'not known')
  sheet.pair('Received', `${kg(one.shipped_mg)} kg, came back ${kg(one.returned_mg)} kg`)
  for (const { lot_code, shipped_at, shipped_mg, returned_mg } of one.lots)
    sheet.pair(
      `Lot ${lot_code}`,
      `${kg(shipped_mg)} kg${shipped_at === null ? '' : ` on ${timeOf(shipped_at)}`}, back ${kg(returned_mg)} kg`,
    )
  const told = [one.channel, one.contact, nameOf(paper, one.notified_by)].filter(part => part !== null && part !== '')
  sheet.pair('Notified', one.notified_at === null ? 'no' : `${timeOf(one.notified_at)}, ${told.join(', ')}`)
  sheet.pair('Answer', one.answered_at === null ? 'none' : `${timeOf(one.answered_at)}: ${one.answer ?? ''}`)
  if (one.found !== null) sheet.pair('Still has', `${one.found.weight_kg} kg`)
  const checked = [one.check_channel, one.check, nameOf(paper, one.checked_by)].filter(part => part !== null)
  if (one.checked_at !== null)
    sheet.pair('Checked', `${timeOf(one.checked_at)}, ${one.effective ? '' : 'NOT '}effective: ${checked.join(', ')}`)
}

function list(sheet: Sheet, title: string, lines: readonly string[]): void {
  part(sheet, title)
  if (lines.length === 0) sheet.text('None.')
  for (const line of lines) sheet.text(`• ${line}`, { above: 1 })
}

/** The rows that this report rests on, their signatures, and what proves them. */
function record(sheet: Sheet, paper: PrintedRecall): void {
  part(sheet, 'Signatures')
  if (paper.signatures.length === 0) sheet.text('Nobody has signed this recall.')
  for (const signature of paper.signatures) signed(sheet, signature)
  part(sheet, 'Rows of the ledger')
  for (const entry of paper.entries) {
    const facts = entry.inside ?? entry
    const broken = paper.broken.includes(entry.seq) ? '  DOES NOT FIT ITS ROW' : ''
    sheet.pair(`No. ${entry.seq}  ${facts.type}`, `${timeOf(facts.recorded_at)}, ${whoOf(facts)}`)
    sheet.pair('', `${entry.hash}${broken}`, 'mono')
  }
  evidence(sheet, paper)
}
