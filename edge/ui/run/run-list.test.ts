import { expect, test } from 'vitest'
import { runList } from './run-list.ts'
import { runNow } from './run-now.ts'
import { cannedRun } from './testing/canned.ts'

const run = (run_code: string, state: ReturnType<typeof cannedRun>['state'], line = 'K1') =>
  runNow(cannedRun({ run_id: run_code, run_code, state, line }), [], 0)
const codes = (list: ReturnType<typeof runList>['work']) => list.map(now => now.run.run_code)

test('what runs stands first, what is to finish and what is planned stand behind it, and what is over nowhere', () => {
  const list = runList(
    [run('a', 'DRAFT'), run('b', 'CLOSED'), run('c', 'PRE_OP'), run('d', 'RUNNING'), run('e', 'COMPLETED')],
    null,
  )
  expect([codes(list.work), codes(list.finish), codes(list.planned)]).toEqual([['d', 'c'], ['e'], ['a']])
})

test('the runs of the line of this station come before those of others', () => {
  const list = runList([run('a', 'RUNNING', 'K1'), run('b', 'RELEASED', 'K2')], 'Kitchen K2')
  expect(codes(list.work)).toEqual(['b', 'a'])
})
