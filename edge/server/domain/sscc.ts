import { FlowError } from '@flowviz/contract/error'
import { isSscc } from '@flowviz/contract/gs1/key'
import { ssccBlockFlaw } from '@flowviz/contract/gs1/sscc'
import type { SiteSettings } from '@flowviz/contract/plant/settings'

/** What a scanner gives before the key itself: application identifier 00, in brackets or bare. */
const PREFIX = /^(?:\(00\)|00(?=\d{18}$))/

/** The 18 digits of a serial shipping container code, as typed or as scanned. @throws FlowError sscc_invalid */
export function ssccOf(text: string): string {
  const digits = text.replace(PREFIX, '')
  if (isSscc(digits)) return digits
  throw new FlowError('sscc_invalid', `${text} is not an SSCC.`)
}

/** Refuses a block of serials that no SSCC can carry. @throws FlowError sscc_block_invalid */
export function requireSoundBlock(block: SiteSettings['sscc_block']): void {
  const wrong = block === undefined ? null : ssccBlockFlaw({ ...block, next: block.first })
  if (wrong !== null) throw new FlowError('sscc_block_invalid', `${wrong}.`)
}
