import { queryObjects } from 'node:v8'
import { expect, test } from 'vitest'
import { first } from './first.ts'

const pending = () => new Promise<never>(() => undefined)

test('the first of several ends decides, whether it has come, comes later or fails', async () => {
  expect(await first(pending(), Promise.resolve('answer'))).toBe('answer')
  const later = new Promise<string>(resolve => setTimeout(() => resolve('later'), 5))
  expect(await first(pending(), later)).toBe('later')
  expect(await first(later, pending())).toBe('later')
  await expect(first(pending(), Promise.reject(new Error('the line is gone')))).rejects.toThrow('the line is gone')
  expect(await first(Promise.resolve('one'), Promise.resolve('two'))).toBe('one')
})

test('a promise that fails after it has lost disturbs nobody, and fails the next who waits for it', async () => {
  const { promise: line, reject } = Promise.withResolvers<string>()
  expect(await first(line, Promise.resolve('answer'))).toBe('answer')
  reject(new Error('pulled'))
  await new Promise(resolve => setImmediate(resolve))
  await expect(first(line, pending())).rejects.toThrow('pulled')
})

test('a line that stays open for years keeps nothing of the questions that were asked on it', async () => {
  class Answer {}
  const line = pending()
  for (let question = 0; question < 1_000; question++) await first<unknown>(line, Promise.resolve(new Answer()))
  expect(queryObjects(Answer, { format: 'count' })).toBeLessThan(10)
})
