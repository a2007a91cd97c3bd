import { type Cell, guarded } from '@flowviz/contract/csv'
import type { Archive } from './archive.ts'

/** As many as a sheet of Excel has, its header with them. */
const ROWS_MAX = 1_048_576
/** As many as a cell of Excel has. */
const CHARS_MAX = 32_767
const HEAD =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
  '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
  '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>' +
  '</sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/>'

/** Styles of workbook-xml.ts. */
const TEXT = 1
const TITLE = 2

/** One sheet as XML, row by row. Text stands in its cell, so that no table of strings has to be kept. */
export class SheetXml {
  readonly #archive: Archive
  #letters: string[] = []
  #rows = 0

  constructor(archive: Archive) {
    this.#archive = archive
  }

  get isFull(): boolean {
    return this.#rows >= ROWS_MAX
  }

  begin(entry: string, titles: readonly string[]): void {
    this.#letters = titles.map((_, at) => lettersOf(at))
    this.#rows = 0
    const widths = titles.map((title, at) => column(at + 1, Math.min(40, Math.max(12, title.length + 3))))
    this.#archive.begin(entry)
    this.#archive.write(`${HEAD}<cols>${widths.join('')}</cols><sheetData>`)
    this.#write(titles, TITLE)
  }

  row(cells: readonly Cell[]): void {
    this.#write(cells, TEXT)
  }

  end(): void {
    const last = `${this.#letters.at(-1)}${this.#rows}`
    this.#archive.write(`</sheetData><autoFilter ref="A1:${last}"/></worksheet>`)
    this.#archive.end()
  }

  #write(cells: readonly Cell[], style: number): void {
    this.#rows += 1
    let xml = `<row r="${this.#rows}">`
    for (let at = 0; at < cells.length; at += 1) {
      const cell = cells[at]!
      if (cell === null || cell === '') continue
      const place = `${this.#letters[at]}${this.#rows}`
      xml +=
        typeof cell === 'number'
          ? `<c r="${place}"><v>${cell}</v></c>`
          : `<c r="${place}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${inXml(guarded(cell))}</t></is></c>`
    }
    this.#archive.write(`${xml}</row>`)
  }
}

const column = (number: number, width: number) =>
  `<col min="${number}" max="${number}" width="${width}" customWidth="1"/>`

/** A, B, ... Z, AA, ... of a column counted from 0. */
function lettersOf(at: number): string {
  const last = String.fromCharCode(65 + (at % 26))
  return at < 26 ? last : lettersOf(Math.floor(at / 26) - 1) + last
}

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
// biome-ignore lint/suspicious/noControlCharactersInRegex: XML 1.0 has no such characters, not even escaped.
const UNSPEAKABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g
const SPECIAL = /[&<>"]/

function inXml(text: string): string {
  const speakable = text.length > CHARS_MAX ? text.slice(0, CHARS_MAX) : text
  const shown = speakable.toWellFormed().replace(UNSPEAKABLE, '\ufffd')
  return SPECIAL.test(shown) ? shown.replace(/[&<>"]/g, char => ESCAPES[char]!) : shown
}
