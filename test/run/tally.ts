/** How many tests of a step passed, failed and were skipped. */
export interface Tally {
  passed: number
  failed: number
  skipped: number
}

const none = (): Tally => ({ passed: 0, failed: 0, skipped: 0 })

/** A step without tests of its own, such as the linter, counts as one. */
export function tallyOfCommand(exitCode: number): Tally {
  return exitCode === 0 ? { ...none(), passed: 1 } : { ...none(), failed: 1 }
}

/** Counts of vitest's JSON report; a run that ended badly, or ran nothing, is never without a failure. */
export function tallyOfVitest(report: string, exitCode: number): Tally {
  const found = parsed(report)
  const tally = {
    passed: found?.numPassedTests ?? 0,
    failed: found?.numFailedTests ?? 0,
    skipped: (found?.numPendingTests ?? 0) + (found?.numTodoTests ?? 0),
  }
  return honest(tally, exitCode)
}

interface VitestReport {
  numPassedTests: number
  numFailedTests: number
  numPendingTests: number
  numTodoTests: number
}

function parsed(report: string): VitestReport | null {
  try {
    return JSON.parse(report) as VitestReport
  } catch {
    return null
  }
}

// tap indents by four for each level: 0 is a file, 4 one of its tests, deeper its assertions.
const FILE = /^(?<not>not )?ok \d+ - (?<rest>.*)$/
const TEST = /^ {4}(?<not>not )?ok \d+ - (?<rest>.*)$/

/** Counts the tests of each file in TAP text; a file that failed without a failing test counts as one failure. */
export function tallyOfTap(text: string, exitCode: number): Tally {
  const tally = none()
  let failedOfFile = 0
  for (const line of text.split('\n')) {
    const test = TEST.exec(line)?.groups
    const file = FILE.exec(line)?.groups
    if (test !== undefined) {
      if (/# SKIP\b/.test(test.rest!)) tally.skipped++
      else if (test.not === undefined) tally.passed++
      else failedOfFile++
    } else if (file !== undefined) {
      tally.failed += Math.max(failedOfFile, file.not === undefined ? 0 : 1)
      failedOfFile = 0
    }
  }
  tally.failed += failedOfFile
  return honest(tally, exitCode)
}

function honest(tally: Tally, exitCode: number): Tally {
  const ran = tally.passed + tally.failed > 0
  return tally.failed === 0 && (exitCode !== 0 || !ran) ? { ...tally, failed: 1 } : tally
}

/** The sum of all steps. */
export function total(tallies: Tally[]): Tally {
  return tallies.reduce(
    (sum, { passed, failed, skipped }) => ({
      passed: sum.passed + passed,
      failed: sum.failed + failed,
      skipped: sum.skipped + skipped,
    }),
    none(),
  )
}

/** `12 passed, 0 failed`, and what was skipped if anything was. */
export function lineOf({ passed, failed, skipped }: Tally): string {
  return `${passed} passed, ${failed} failed${skipped === 0 ? '' : `, ${skipped} skipped`}`
}
