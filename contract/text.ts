const STRANGE = /[\p{Cc}--[\t\n\r]]/v

/** True for text that every store and every screen can hold: no control characters but tab and line break, no half of a pair. */
export function isPlainText(text: string): boolean {
  return text.isWellFormed() && !STRANGE.test(text)
}

/** Where in a value text stands that is not plain, as paths of keys. For values whose depth a schema has bounded. */
export function strangeTexts(value: unknown, path: readonly string[] = []): (readonly string[])[] {
  if (typeof value === 'string') return isPlainText(value) ? [] : [path]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => strangeTexts(inner, [...path, key]))
}
