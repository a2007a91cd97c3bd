import { decimalOf } from '@flowviz/contract/decimal'
import { FlowError } from '@flowviz/contract/error'
import type { RunTotals } from '@flowviz/contract/event/run'
import type { RunBalance } from '@flowviz/contract/run'

/**
 * Refuses a balance that does not close and that nobody explains.
 * @throws FlowError balance_unexplained with the totals and the whole balance.
 */
export function requireBalance(totals: RunTotals, balance: RunBalance, explanation: string | undefined): void {
  if (balance.closes || explanation !== undefined) return
  const { unexplained_mg, tolerance_mg } = balance
  const kg = (weight_mg: number) => decimalOf(weight_mg, 6)
  throw new FlowError(
    'balance_unexplained',
    `${kg(unexplained_mg)} kg are unexplained, and ${kg(tolerance_mg)} kg are tolerated.`,
    { extra: { totals, balance } },
  )
}
