import { type Machine, machine } from './machine.ts'

export type Row = Record<string, string | number>

/** A promise of the project, and whether this run kept it. */
export interface Goal {
  what: string
  value: number
  goal: number
  met: boolean
}

export interface Report {
  bench: string
  machine: Machine
  rows: Row[]
  /** What the plants of the run came to, where that is more than its rows say. */
  plants?: Row[]
  goals: Goal[]
}

/** The middle value; of an even number of values the mean of both middles. @throws RangeError on none. */
export function median(values: number[]): number {
  if (values.length === 0) throw new RangeError('no values')
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}

const rounded = (value: number) => Number(value.toPrecision(3))

/** A goal that is kept when the value is at least the bound. */
export function atLeast(what: string, value: number, goal: number): Goal {
  return { what, value: rounded(value), goal, met: value >= goal }
}

/** A goal that is kept when the value is at most the bound. */
export function atMost(what: string, value: number, goal: number): Goal {
  return { what, value: rounded(value), goal, met: value <= goal }
}

/** Prints one JSON object, or tables for a person. */
export function print(bench: string, found: Pick<Report, 'rows' | 'plants' | 'goals'>, json: boolean): void {
  const report: Report = { bench, machine: machine(), ...found }
  if (json) {
    console.log(JSON.stringify(report))
    return
  }
  const { cpu, cores, memory_gib, kernel, node } = report.machine
  console.log(`${bench}: ${cores} x ${cpu}, ${memory_gib} GiB, Linux ${kernel}, Node ${node}\n`)
  console.log(table(found.rows))
  console.log('')
  if (found.plants !== undefined) console.log(`${records(found.plants)}\n`)
  for (const { what, value, goal, met } of found.goals)
    console.log(`${met ? 'met   ' : 'MISSED'}  ${what}: ${value} (goal ${goal})`)
}

function table(rows: Row[]): string {
  const names = Object.keys(rows[0] ?? {})
  const cells = [names, ...rows.map(row => names.map(name => shown(row[name])))]
  const widths = names.map((_, at) => Math.max(...cells.map(line => line[at]!.length)))
  const number = (at: number) => typeof rows[0]![names[at]!] === 'number'
  return cells
    .map(line =>
      line.map((cell, at) => (number(at) ? cell.padStart(widths[at]!) : cell.padEnd(widths[at]!))).join('  '),
    )
    .join('\n')
}

/** Rows with many fields, stood on end: a column for each row, named by its first field. */
function records(rows: Row[]): string {
  const [title, ...names] = Object.keys(rows[0] ?? {})
  const lineOf = (name: string) => [['', name], ...rows.map(row => [String(row[title!]), shown(row[name])])]
  return table(names.map(name => Object.fromEntries(lineOf(name)) as Row))
}

function shown(value: string | number | undefined): string {
  if (typeof value !== 'number') return value ?? ''
  return Number.isInteger(value) || value >= 100 ? Math.round(value).toLocaleString('en') : value.toPrecision(3)
}
