import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Cell, csvCells, csvRow } from './csv.ts'

test('what a spreadsheet would run is text, and a number is a number', () => {
  expect(csvRow(['=1+1', '+49 431', '-5', -5, '@cmd', '\tx', "'=1", 'a=b', null, '', 'a "b", c'])).toBe(
    `'=1+1,'+49 431,'-5,-5,'@cmd,'\tx,''=1,a=b,,"","a ""b"", c"\r\n`,
  )
})

test('whatever was written is read again as it was', () => {
  const cell: fc.Arbitrary<Cell> = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.string({ unit: fc.constantFrom("'", '=', '-', '"', ',', '\r', '\n', '\t', 'a') }),
    fc.integer(),
    fc.constant(null),
  )
  // A line of a single empty cell is an empty line, which CSV cannot tell from none.
  const row = fc.array(cell, { minLength: 2, maxLength: 5 })
  fc.assert(
    fc.property(fc.array(row), rows => {
      const read = csvCells(rows.map(csvRow).join(''))
      expect(read).toEqual(rows.map(cells => cells.map(one => (one === null ? null : String(one)))))
    }),
  )
})
