import { expect, test } from 'vitest'
import { checkDigit, checkPair, hasCheckDigit } from './check-digit.ts'
import { gtin14, isGln, isSscc, packGtin } from './key.ts'

const RIGHT = [
  '6291041500213',
  '09521234543213',
  '19521234543210',
  '99521234543216',
  '00614141123452',
  '24012345678905',
  '9521234500001',
  '0614141000012',
  '009521234500000012',
  '006141411234567890',
  '2112233789657',
  '416000336108',
  '02345680',
]
const WRONG = ['09521234543214', '009521234500000013', '9521234500002', '', '7', '95212345x0001', '９521234500001']

test('the check digit is the one on the published numbers', () => {
  expect(RIGHT.filter(text => !hasCheckDigit(text))).toEqual([])
  expect(WRONG.filter(hasCheckDigit)).toEqual([])
  expect(checkDigit('629104150021')).toBe('3')
  expect(checkDigit('62 910')).toBe(null)
})

test('the check pair is the one on the published model number', () => {
  expect(checkPair('1987654Ad4X4bL5ttr2310c')).toBe('2K')
  expect(checkPair('1987654Ad4X4bL5ttr2310d')).not.toBe('2K')
  expect([checkPair(''), checkPair('12#'), checkPair('1'.repeat(24))]).toEqual([null, null, null])
})

test('every GTIN is read as fourteen digits, and no other number is', () => {
  expect(gtin14('02345680')).toBe('00000002345680')
  expect(gtin14('416000336108')).toBe('00416000336108')
  expect(gtin14('9521234543213')).toBe('09521234543213')
  expect(gtin14('19521234543210')).toBe('19521234543210')
  expect(['9521234543214', '952123454321', '009521234500000012', '95212345432l3', ''].map(gtin14)).toEqual(
    Array(5).fill(null),
  )
  expect([isSscc('009521234500000012'), isSscc('009521234500000013'), isSscc('9521234500001')]).toEqual([
    true,
    false,
    false,
  ])
  expect([isGln('9521234500001'), isGln('9521234500002'), isGln('09521234543213')]).toEqual([true, false, false])
})

test('a case of an item has its digits behind another indicator', () => {
  expect(packGtin('9521234543213', 1)).toBe('19521234543210')
  expect(packGtin('09521234543213', 9)).toBe('99521234543216')
  expect([packGtin('9521234543214', 1), packGtin('9521234543213', 10), packGtin('9521234543213', 1.5)]).toEqual([
    null,
    null,
    null,
  ])
})
