import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { csvRow } from '@flowviz/contract/csv'
import { expect, onTestFinished, test } from 'vitest'
import { sheetsOf } from '../testing/workbook.ts'
import { xlsxBook } from './book.ts'

const AT = '2026-11-23T05:00:00.000Z'

function place(): string {
  const dir = mkdtempSync(join(tmpdir(), 'flowviz-book-'))
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }))
  return join(dir, 'book.xlsx')
}

test('what was written row by row is read again by a reader that somebody else wrote', async () => {
  const path = place()
  const book = xlsxBook(path, AT)
  book.begin('Receiving', ['TLC', 'Quantity', 'Product'])
  book.row(['00123', 12.5, 'Käse & "Brot" <frisch>'])
  book.row(['=1+1', 0, null])
  const sheet = book.end()
  book.begin('Index', ['Key'])
  book.row(['a\u0000b'])
  book.end()
  const written = book.finish(['Index', 'Receiving'])

  const sheets = await sheetsOf(path)
  expect([...sheets.keys()]).toEqual(['Index', 'Receiving'])
  expect(sheets.get('Receiving')).toEqual([
    ['TLC', 'Quantity', 'Product'],
    ['00123', 12.5, 'Käse & "Brot" <frisch>'],
    ["'=1+1", 0, null],
  ])
  const csv = [
    ['TLC', 'Quantity', 'Product'],
    ['00123', 12.5, 'Käse & "Brot" <frisch>'],
    ['=1+1', 0, null],
  ]
  const csv_sha256 = createHash('sha256').update(csv.map(csvRow).join('')).digest('hex')
  expect(sheet).toEqual({ sheet: 'Receiving', rows: 2, csv_sha256 })
  const bytes = readFileSync(path)
  expect(written).toEqual({ size_bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') })
})

test('a sheet of many chunks is one deflated stream', async () => {
  const path = place()
  const book = xlsxBook(path, AT)
  book.begin('Shipping', ['TLC', 'Quantity'])
  for (let at = 0; at < 20_000; at += 1) book.row([`LOT-${at}-${'x'.repeat(120)}`, at])
  book.end()
  book.finish(['Shipping'])
  const rows = (await sheetsOf(path)).get('Shipping')!
  expect(rows).toHaveLength(20_001)
  expect(rows.at(-1)).toEqual([`LOT-19999-${'x'.repeat(120)}`, 19_999])
})
