import type { SeqRange } from '@flowviz/contract/tablet-word'

/** The last number before the first gap; 0: not even the first one is there. */
export function contiguousTo(ranges: readonly SeqRange[]): number {
  const [first] = ranges
  return first?.from === 1 ? first.to : 0
}

export const highestIn = (ranges: readonly SeqRange[]): number => ranges.at(-1)?.to ?? 0

export const holds = (ranges: readonly SeqRange[], seq: number): boolean =>
  ranges.some(({ from, to }) => from <= seq && seq <= to)

/** What lacks below the highest number, the lowest first. */
export function gapsOf(ranges: readonly SeqRange[]): SeqRange[] {
  const gaps: SeqRange[] = []
  let next = 1
  for (const { from, to } of ranges) {
    if (from > next) gaps.push({ from: next, to: from - 1 })
    next = to + 1
  }
  return gaps
}

/**
 * The ranges with more numbers, in order and joined where they touch. `skipped` are the gaps that were not there
 * before: a number above the highest one passed over them. A gap that is filled in part is not a new one.
 */
export function withSeqs(
  ranges: readonly SeqRange[],
  seqs: readonly number[],
): { ranges: SeqRange[]; skipped: SeqRange[] } {
  const skipped: SeqRange[] = []
  let highest = highestIn(ranges)
  for (const seq of seqs.toSorted((a, b) => a - b)) {
    if (seq > highest + 1) skipped.push({ from: highest + 1, to: seq - 1 })
    highest = Math.max(highest, seq)
  }
  const all = [...ranges, ...seqs.map(seq => ({ from: seq, to: seq }))].sort((a, b) => a.from - b.from)
  const joined: SeqRange[] = []
  for (const { from, to } of all) {
    const last = joined.at(-1)
    if (last !== undefined && from <= last.to + 1) last.to = Math.max(last.to, to)
    else joined.push({ from, to })
  }
  return { ranges: joined, skipped }
}
