import type { PrintCause } from '@flowviz/contract/print'

/** What a ZPL printer answers to `~HS`, as far as printing depends on it. */
export interface HostStatus {
  paper_out: boolean
  paused: boolean
  head_open: boolean
  ribbon_out: boolean
  too_hot: boolean
  /** Formats that it has received and not begun. */
  formats: number
  /** Labels of the present format that are still to come out. */
  remaining: number
}

export const ASK_STATUS = '~HS'
const STX = '\x02'
const ETX = '\x03'
/** Three strings: the first has twelve fields, the second eleven, the third two. */
const FIELDS = [12, 11, 2]

/**
 * The first whole answer in what a printer sent, and what is behind it; null when there is none yet. What is not
 * framed is no answer: printers also tell errors of their own accord.
 */
export function takeStatus(text: string): { status: HostStatus; rest: string } | null {
  const rows: string[][] = []
  let at = 0
  while (rows.length < FIELDS.length) {
    const start = text.indexOf(STX, at)
    const end = text.indexOf(ETX, start)
    if (start < 0 || end < 0) return null
    const row = text.slice(start + 1, end).split(',')
    at = end + 1
    // Begin anew with a string that can only be the first one.
    if (row.length === FIELDS[rows.length]) rows.push(row)
    else rows.splice(0, rows.length, ...(row.length === FIELDS[0] ? [row] : []))
  }
  return { status: statusOf(rows[0]!, rows[1]!), rest: text.slice(at) }
}

// Positions of "Host Status Return" in the ZPL II guide: aaa,b,c,dddd,eee,f,... and mmm,n,o,p,q,r,s,t,uuuuuuuu,v,www.
function statusOf(first: string[], second: string[]): HostStatus {
  const set = (row: string[], at: number) => row[at] === '1'
  return {
    paper_out: set(first, 1),
    paused: set(first, 2),
    formats: Number(first[4]),
    too_hot: set(first, 11),
    head_open: set(second, 2),
    ribbon_out: set(second, 3),
    remaining: Number(second[8]),
  }
}

/** What keeps the printer from printing, the first thing that a person has to see to; null: nothing. */
export function troubleOf(status: HostStatus): PrintCause | null {
  if (status.head_open) return 'head_open'
  if (status.paper_out) return 'paper_out'
  if (status.ribbon_out) return 'ribbon_out'
  if (status.too_hot) return 'too_hot'
  return status.paused ? 'paused' : null
}

/** True while something is in the printer that has not come out. */
export const isPrinting = ({ formats, remaining }: HostStatus): boolean => formats > 0 || remaining > 0
