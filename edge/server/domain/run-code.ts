import { codeDay } from './lot-code.ts'

/** What the codes of a day and a line begin with; `now` is a Timestamp. */
export const runCodePrefix = (now: string, line: string): string => `RUN-${codeDay(now)}-${line}-`

/** The next free code of a day and line, `RUN-YYMMDD-LINE-NN`; codes that people typed are stepped over. */
export function nextRunCode(prefix: string, known: { codes: number; taken: (code: string) => boolean }): string {
  for (let number = known.codes + 1; ; number += 1) {
    const code = prefix + String(number).padStart(2, '0')
    if (!known.taken(code)) return code
  }
}
