import t from 'tap'
import { lineOf, tallyOfCommand, tallyOfTap, tallyOfVitest, total } from './run/tally.ts'
import { tapReader } from './run/tap-text.ts'

const TAP = `TAP version 14
1..2
# Subtest: test/a.test.ts
    # Subtest: one
        ok 1 - inside
    ok 1 - one # time=2ms
    not ok 2 - two # time=2ms
      ---
      diff: here
      ...
    ok 3 - three # SKIP no reference
not ok 1 - test/a.test.ts # time=9ms
# Subtest: test/b.test.ts
    ok 1 - four
ok 2 - test/b.test.ts # time=9ms
`

t.test('the tests of each file are counted, not their assertions', async t => {
  t.same(tallyOfTap(TAP, 1), { passed: 2, failed: 1, skipped: 1 })
})

t.test('a file that dies without a failing test is a failure', async t => {
  const died = '# Subtest: test/c.test.ts\n    ok 1 - one\nnot ok 1 - test/c.test.ts # time=1ms\n'
  t.same(tallyOfTap(died, 1), { passed: 1, failed: 1, skipped: 0 })
})

t.test('a run of nothing is a failure, whatever it says of itself', async t => {
  t.same(tallyOfTap('TAP version 14\n1..0\n', 0), { passed: 0, failed: 1, skipped: 0 })
  t.same(tallyOfVitest('', 0), { passed: 0, failed: 1, skipped: 0 })
  const skippedOnly = JSON.stringify({ numPassedTests: 0, numFailedTests: 0, numPendingTests: 3, numTodoTests: 0 })
  t.same(tallyOfVitest(skippedOnly, 0), { passed: 0, failed: 1, skipped: 3 })
})

t.test('a run that ended badly is never without a failure', async t => {
  const report = JSON.stringify({ numPassedTests: 4, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0 })
  t.same(tallyOfVitest(report, 1), { passed: 4, failed: 1, skipped: 0 })
  t.same(tallyOfVitest(report, 0), { passed: 4, failed: 0, skipped: 0 })
  t.same(tallyOfCommand(2), { passed: 0, failed: 1, skipped: 0 })
})

t.test('the last line names the skipped only when there are some', async t => {
  const all = total([tallyOfCommand(0), tallyOfTap(TAP, 1)])
  t.equal(lineOf(all), '3 passed, 1 failed, 1 skipped')
  t.equal(lineOf(tallyOfCommand(0)), '1 passed, 0 failed')
})

t.test('a reader sees every test and the whole of a failure', async t => {
  const read = tapReader()
  const shown = TAP.split('\n')
    .map(read)
    .filter(line => line !== null)
  t.same(shown, [
    '    ok 1 - one # time=2ms',
    '    not ok 2 - two # time=2ms',
    '      ---',
    '      diff: here',
    '      ...',
    '    ok 3 - three # SKIP no reference',
    'not ok 1 - test/a.test.ts # time=9ms',
    '    ok 1 - four',
    'ok 2 - test/b.test.ts # time=9ms',
  ])
})
