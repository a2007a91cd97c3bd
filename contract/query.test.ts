import Type from 'typebox'
import { expect, test } from 'vitest'
import { integersOf } from './query.ts'

const read = integersOf(Type.Object({ limit: Type.Optional(Type.Integer()), name: Type.String() }))

test('digits become the integer that the schema wants, and nothing else does', () => {
  expect(read({ limit: '20', name: '20' })).toEqual({ limit: 20, name: '20' })
  expect(read({ limit: '-1' })).toEqual({ limit: -1 })
  for (const limit of ['', '1.5', '1e2', 'true', ' 1', '+1', '0x10', '9'.repeat(17), ['1', '2']])
    expect(read({ limit }), String(limit)).toEqual({ limit })
})
