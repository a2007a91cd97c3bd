/** A cell: a number stays one, text is text, null is empty. */
export type Cell = string | number | null

// What a spreadsheet would run as a formula, also behind apostrophes that were there before.
const FORMULA = /^'*[=+\-@\t\r]/
const GUARDED = /^'+[=+\-@\t\r]/
const SPECIAL = /[",\r\n]/

/**
 * A row of CSV (RFC 4180), with its line end. Text that a spreadsheet would run as a formula gets an apostrophe before
 * it; empty text is quoted, so that it is not the same as nothing.
 */
export function csvRow(cells: readonly Cell[]): string {
  return `${cells.map(cellText).join(',')}\r\n`
}

/** Text as a spreadsheet shows it and never runs it. */
export const guarded = (text: string): string => (FORMULA.test(text) ? `'${text}` : text)

function cellText(cell: Cell): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return String(cell)
  const text = guarded(cell)
  return text === '' || SPECIAL.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** Reads what `csvRow` wrote: every cell as text, or null where nothing stands. */
export function csvCells(text: string): (string | null)[][] {
  const rows: (string | null)[][] = []
  let row: (string | null)[] = []
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/g)) {
    const cell = quoted === undefined ? (plain === '' ? null : plain!) : quoted.replaceAll('""', '"')
    row.push(cell !== null && GUARDED.test(cell) ? cell.slice(1) : cell)
    if (end === ',') continue
    if (row.length > 1 || row[0] !== null) rows.push(row)
    row = []
  }
  return rows
}
