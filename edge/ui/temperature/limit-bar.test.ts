import { expect, test } from 'vitest'
import { limitBar } from './limit-bar.ts'

test('a value at a limit stands on the edge of its range', () => {
  const bar = limitBar('5.0', { low: '0.0', high: '5.0' })
  expect(bar?.at).toBe(bar?.to)
  expect(bar?.from).toBe(25)
})

test('a value far outside stays on the bar', () => {
  expect(limitBar('99', { low: '0', high: '5' })?.at).toBe(100)
  expect(limitBar('-99', { low: '0', high: '5' })?.at).toBe(0)
})

test('a limit on one side leaves the other side open', () => {
  expect(limitBar('-20', { high: '-18' })).toMatchObject({ from: 0 })
  expect(limitBar('3', { low: '0' })).toMatchObject({ to: 100 })
})

test('without limits there is no bar, without a value no needle', () => {
  expect(limitBar('3', null)).toBeNull()
  expect(limitBar(null, { high: '5' })?.at).toBeNull()
})
