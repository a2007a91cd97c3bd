import { expect, test } from 'vitest'
import { daysLater, monthsLater } from './day.ts'

const TODAY = '2026-11-26'

test('a date begins at today, and goes on by days over the end of a year', () => {
  expect(daysLater(null, 7, TODAY)).toBe(TODAY)
  expect(daysLater('2026-12-28', 7, TODAY)).toBe('2027-01-04')
  expect(daysLater('2027-03-01', -1, TODAY)).toBe('2027-02-28')
})

test('a best-before date two years off is two touches away', () => {
  expect(monthsLater(monthsLater(null, 12, TODAY), 12, TODAY)).toBe('2028-11-26')
})

test('a month later than the 31st is the last day of a shorter month, in a leap year too', () => {
  expect(monthsLater('2027-08-31', 1, TODAY)).toBe('2027-09-30')
  expect(monthsLater('2028-01-31', 1, TODAY)).toBe('2028-02-29')
  expect(monthsLater('2027-01-31', -2, TODAY)).toBe('2026-11-30')
  expect(monthsLater('2028-02-29', 12, TODAY)).toBe('2029-02-28')
})
