/** A code that left the picture for so long is scanned again when it comes back. */
const GONE_MS = 1_500

/** Tells codes that come into sight from those that stay there: a camera sees the same label ten times a second. */
export function createSightings(): (codes: readonly string[], at_ms: number) => string[] {
  const seen_ms = new Map<string, number>()
  return (codes, at_ms) => {
    for (const [code, last_ms] of seen_ms) if (at_ms - last_ms > GONE_MS) seen_ms.delete(code)
    const fresh = [...new Set(codes)].filter(code => !seen_ms.has(code))
    for (const code of codes) seen_ms.set(code, at_ms)
    return fresh
  }
}
