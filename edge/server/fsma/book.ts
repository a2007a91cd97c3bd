import { createHash, type Hash } from 'node:crypto'
import { type Cell, csvRow } from '@flowviz/contract/csv'
import type { ExportedSheet } from '@flowviz/contract/event/fsma'
import { Archive } from './archive.ts'
import { SheetXml } from './sheet-xml.ts'
import { workbookParts } from './workbook-xml.ts'

export interface Written {
  size_bytes: number
  sha256: string
}

/** A file of sheets, written one sheet after the other. */
export interface Book {
  begin(sheet: string, titles: readonly string[]): void
  row(cells: readonly Cell[]): void
  /** Ends the sheet; the digest is that of its CSV, whatever the format of the file. */
  end(): ExportedSheet
  /** Ends the file; sheets are shown in this order. */
  finish(order: readonly string[]): Written
  /** Gives up. */
  close(): void
}

/** Counts rows and digests them as CSV. */
class Tally {
  readonly #hash: Hash = createHash('sha256')
  rows = -1

  add(cells: readonly Cell[]): string {
    const text = csvRow(cells)
    this.#hash.update(text)
    this.rows += 1
    return text
  }

  end(sheet: string): ExportedSheet {
    return { sheet, rows: this.rows, csv_sha256: this.#hash.digest('hex') }
  }
}

/** A ZIP of one CSV a sheet. `at`: the time that the archive says. */
export function csvBook(path: string, at: string): Book {
  const archive = new Archive(path, at)
  let open = { name: '', tally: new Tally() }
  const row = (cells: readonly Cell[]) => archive.write(open.tally.add(cells))
  return {
    begin(name, titles) {
      archive.begin(`${name}.csv`)
      open = { name, tally: new Tally() }
      row(titles)
    },
    row,
    end() {
      archive.end()
      return open.tally.end(open.name)
    },
    finish: () => archive.finish(),
    close: () => archive.close(),
  }
}

/** A workbook (ECMA-376, SpreadsheetML). A sheet that is full goes on in another one, `Name (2)`. */
export function xlsxBook(path: string, at: string): Book {
  const archive = new Archive(path, at)
  const parts: string[] = []
  let open = { name: '', titles: [] as readonly string[], tally: new Tally(), xml: new SheetXml(archive) }

  function part(): void {
    const sameName = parts.filter(one => one === open.name || one.startsWith(`${open.name} (`)).length
    parts.push(sameName === 0 ? open.name : `${open.name} (${sameName + 1})`)
    open.xml.begin(`xl/worksheets/sheet${parts.length}.xml`, open.titles)
  }
  return {
    begin(name, titles) {
      open = { name, titles, tally: new Tally(), xml: new SheetXml(archive) }
      open.tally.add(titles)
      part()
    },
    row(cells) {
      if (open.xml.isFull) {
        open.xml.end()
        part()
      }
      open.tally.add(cells)
      open.xml.row(cells)
    },
    end() {
      open.xml.end()
      return open.tally.end(open.name)
    },
    finish(order) {
      const rank = (name: string) => order.indexOf(name.replace(/ \(\d+\)$/, ''))
      const sheets = parts.map((name, at) => ({ name, number: at + 1 }))
      sheets.sort((a, b) => rank(a.name) - rank(b.name) || a.number - b.number)
      for (const { name, text } of workbookParts(sheets)) {
        archive.begin(name)
        archive.write(text)
        archive.end()
      }
      return archive.finish()
    },
    close: () => archive.close(),
  }
}
