import { generatedLotCode } from '@flowviz/contract/lot'

export interface LotCodeState {
  site: string
  epoch: number
  /** Highest number of this day and line that the ledger holds. */
  lastNumber: number
  taken: (code: string) => boolean
}

// A restored box may have printed labels for lots that it has since forgotten. Each epoch numbers from its own
// thousand, so that a new label does not repeat one of theirs before headquarters brings them back.
const EPOCH_STEP = 1_000

/** The next free generated code of a UTC day (`YYMMDD`) and line. */
export function nextLotCode(state: LotCodeState, day: string, line: string): string {
  let number = Math.max(state.lastNumber, state.epoch === 1 ? 0 : state.epoch * EPOCH_STEP)
  for (;;) {
    number += 1
    const code = generatedLotCode(state.site, { day, line, number })
    if (!state.taken(code)) return code
  }
}

/** The day of a Timestamp as it stands in a code: `2026-11-23T...` is `261123`. */
export function codeDay(timestamp: string): string {
  return timestamp.slice(2, 4) + timestamp.slice(5, 7) + timestamp.slice(8, 10)
}
