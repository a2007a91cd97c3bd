import { FlowError } from '@flowviz/contract/error'

/** The check digit that belongs behind digits of a GS1 key: weights 3 and 1 from the right, up to the next ten. */
export function checkDigit(digits: string): string {
  const sum = [...digits].reverse().reduce((total, digit, at) => total + Number(digit) * (at % 2 === 0 ? 3 : 1), 0)
  return String((10 - (sum % 10)) % 10)
}

/** Refuses a GTIN or a GLN whose last digit is not its check digit. @throws FlowError gtin_invalid */
export function requireCheckDigit(key: string): void {
  const expected = checkDigit(key.slice(0, -1))
  if (key.endsWith(expected)) return
  throw new FlowError('gtin_invalid', `${key} ends in ${key.at(-1)}, and its check digit is ${expected}.`, {
    extra: { expected: key.slice(0, -1) + expected },
  })
}
