import { decimalOf } from '@flowviz/contract/decimal'
import type { RecallConsignee } from '@flowviz/contract/recall'
import type { LotBalance, RunShare } from '@flowviz/contract/recall-word'
import { evidence, signed } from './print-record.ts'
import type { PrintedRecall } from './recall.ts'
import { Sheet } from './sheet.ts'
import { labelOf, shown, timeOf, whoOf } from './words.ts'

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
  total(sheet, paper)
  lots(sheet, paper.balance.lots)
  standing(sheet, paper.balance.lots)
  runs(sheet, paper.balance.runs)
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

function total(sheet: Sheet, { balance }: PrintedRecall): void {
  const { total: sums, fixed_at } = balance
  part(sheet, 'Mass balance')
  sheet.pair('As of', fixed_at === null ? 'now' : timeOf(fixed_at))
  for (const [field, value] of Object.entries(sums))
    if (field.endsWith('_mg')) sheet.pair(labelOf(field.replace(/_mg$/, '')), `${kg(value as number)} kg`)
  sheet.pair('accounted for', `${sums.accounted_pct ?? 'no'} %`, 'bold')
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
  const shares = [5, 3, 3, 3, 3, 3, 3]
  part(sheet, 'Runs that took it in, kg')
  const heads = ['Run', 'State', 'Of the scope', 'Input', 'Output and losses', 'In process', 'Unexplained']
  sheet.row(heads, { shares, bold: true })
  for (const run of rows) {
    const sums = [run.scope_mg, run.input_mg, run.given_mg, run.in_process_mg, run.unexplained_mg]
    sheet.row([run.run_code, run.state, ...sums.map(kg)], { shares })
  }
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
