/** The GS1 check digit of digits that have none yet: weights 3, 1, 3, 1 ... from the right. */
export function checkDigit(digits: string): string {
  let sum = 0
  for (let at = 0; at < digits.length; at++) sum += Number(digits[digits.length - 1 - at]) * (at % 2 === 0 ? 3 : 1)
  return String((10 - (sum % 10)) % 10)
}

/** Digits with their check digit behind them. */
export const checked = (digits: string): string => digits + checkDigit(digits)

/** True when the last digit is the check digit of those before it. */
export const isChecked = (digits: string): boolean => /^\d{2,}$/.test(digits) && checked(digits.slice(0, -1)) === digits
