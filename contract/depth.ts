/** True for a value with more levels than `max`: lists and objects within each other. Needs no recursion to say so. */
export function isDeeper(value: unknown, max: number): boolean {
  let level: unknown[] = [value]
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > max) return true
    level = level.flatMap(held => (typeof held === 'object' && held !== null ? Object.values(held) : []))
  }
  return false
}
