const NUMBER = /^(?<sign>[-+]?) *(?<whole>\d{1,12})(?:\.(?<fraction>\d{0,9}))?$/

/**
 * A printed number as decimal text: `+0001.50` is `1.50`, `-  0.500` is `-0.500`, `00120.` is `120`. The zeros behind the
 * point stay, they are the resolution of the display. Null for what is no number.
 */
export function decimalOf(printed: string, mark: '.' | ',' = '.'): string | null {
  if (mark === ',' && printed.includes('.')) return null
  const found = NUMBER.exec(printed.trim().replace(mark, '.'))?.groups
  if (found === undefined) return null
  const whole = found.whole!.replace(/^0+(?=\d)/, '')
  const text = found.fraction ? `${whole}.${found.fraction}` : whole
  return found.sign === '-' && /[1-9]/.test(text) ? `-${text}` : text
}

/** Zero, or no more than two steps of the display beside it. */
export const nearZero = (value: string): boolean => Number(value.replace(/\D/g, '')) <= 2
