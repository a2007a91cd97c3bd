import { expect, test } from 'vitest'
import { isPlainText, strangeTexts } from './text.ts'

test('tab, line break and every script are plain; a control character and half a pair are not', () => {
  for (const text of ['', 'a\tb\r\nc', 'Käse 🧀', 'שלום', '\u2028']) expect(isPlainText(text), text).toBe(true)
  for (const text of ['a\u0000', '\u001b[31m', '\u007f', '\u0085', '\ud800', '\udc00a'])
    expect(isPlainText(text), JSON.stringify(text)).toBe(false)
})

test('strange text is found where it stands', () => {
  expect(strangeTexts({ a: 'x', b: { c: ['y', '\u0000'] }, d: null, e: 7 })).toEqual([['b', 'c', '1']])
})
