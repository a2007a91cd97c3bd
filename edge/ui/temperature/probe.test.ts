import { expect, test } from 'vitest'
import { judgeProbe } from './probe.ts'

const COLD = { low: '0', high: '5.0', unit: 'Cel' } as const

test('a value at a limit is allowed, beyond it is outside', () => {
  expect(judgeProbe('5.0', COLD)).toBe('within')
  expect(judgeProbe('5.1', COLD)).toBe('high')
  expect(judgeProbe('-0.1', COLD)).toBe('low')
})

test('degrees Celsius are judged by limits in Fahrenheit', () => {
  const fahrenheit = { low: null, high: '41', unit: '[degF]' } as const
  expect(judgeProbe('5', fahrenheit)).toBe('within')
  expect(judgeProbe('5.1', fahrenheit)).toBe('high')
})

test('nothing, half a number and what no food plant has are not judged', () => {
  expect(judgeProbe('', COLD)).toBe('empty')
  expect(judgeProbe('-', COLD)).toBe('empty')
  expect(judgeProbe('5.', COLD)).toBe('wrong')
  expect(judgeProbe('999', COLD)).toBe('wrong')
})

test('without limits a value is written down', () => {
  expect(judgeProbe('12', { low: null, high: null, unit: 'Cel' })).toBe('recorded')
})
