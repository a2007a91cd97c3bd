import { FlowError } from '@flowviz/contract/error'
import { checkDigit } from './gtin.ts'

const SSCC = /^\d{18}$/
/** What a scanner gives before the key itself: application identifier 00, in brackets or bare. */
const PREFIX = /^(?:\(00\)|00(?=\d{18}$))/

/** The 18 digits of a serial shipping container code, as typed or as scanned. @throws FlowError sscc_invalid */
export function ssccOf(text: string): string {
  const digits = text.replace(PREFIX, '')
  if (SSCC.test(digits) && digits.endsWith(checkDigit(digits.slice(0, -1)))) return digits
  throw new FlowError('sscc_invalid', `${text} is not an SSCC.`)
}
