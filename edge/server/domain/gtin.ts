import { FlowError } from '@flowviz/contract/error'
import { checkDigit, hasCheckDigit } from '@flowviz/contract/gs1/check-digit'

/** Refuses a GTIN or a GLN whose last digit is not its check digit. @throws FlowError gtin_invalid */
export function requireCheckDigit(key: string): void {
  if (hasCheckDigit(key)) return
  const expected = checkDigit(key.slice(0, -1))
  throw new FlowError('gtin_invalid', `${key} ends in ${key.at(-1)}, and its check digit is ${expected}.`, {
    extra: { expected: key.slice(0, -1) + expected },
  })
}
