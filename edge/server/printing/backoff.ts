const FIRST_MS = 250
/** A person stands at a printer that is out of paper, and nobody at one that is off. */
const MOST_MS = { near: 4_000, far: 30_000 }

/** Milliseconds until the next try: doubles, and lies somewhere in the upper half. */
export function backoffMs(failures: number, { far, random }: { far: boolean; random: number }): number {
  const top = Math.min(far ? MOST_MS.far : MOST_MS.near, FIRST_MS * 2 ** Math.min(failures - 1, 20))
  return Math.round(top / 2 + (random * top) / 2)
}
