import { FlowError } from '@flowviz/contract/error'
import { blockAfter, nextSscc, type SsccBlock, ssccRange } from '@flowviz/contract/gs1/sscc'
import { settingsOf } from '../../store/plan-record.ts'
import type { Context } from '../command-context.ts'

/**
 * The next SSCC of the site's block. What is given stands with the handling units, in the plant or shipped, so
 * that no number is given twice, after a restore neither.
 * @throws FlowError sscc_block_missing, sscc_block_used_up
 */
export function issueSscc({ store }: Context): string {
  const { sscc_block } = settingsOf(store)
  if (sscc_block === undefined) throw new FlowError('sscc_block_missing', 'No block of SSCC serials is set.')
  const block: SsccBlock = { ...sscc_block, next: sscc_block.first }
  const range = ssccRange(block)
  const given = store.hus.lastSscc(range.first, range.last)
  const issue = nextSscc(given === null ? block : blockAfter(block, given))
  if (issue.ok) return issue.sscc
  throw new FlowError('sscc_block_used_up', `${range.last} is given.`, { extra: { last: range.last } })
}
