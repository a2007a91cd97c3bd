/** So much of a list is written, and read, in one go. */
const PART = 100

/**
 * A list in parts, its end first: what is new comes to the beginning of a list, and all parts but the last stay as they
 * are. Pure.
 */
export function partsOf<T>(list: readonly T[]): T[][] {
  const parts: T[][] = []
  for (let end = list.length; end > 0; end -= PART) parts.push(list.slice(Math.max(0, end - PART), end))
  return parts
}

/** The list that these are the parts of. Pure. */
export const wholeOf = <T>(parts: readonly T[][]): T[] => parts.toReversed().flat()
