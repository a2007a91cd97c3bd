/** How well what was heard fits one way of speaking. */
export interface Match {
  /** Id of the driver. */
  driver: string
  /** Settings of devices.yaml with which it fits; those that are usual are left out. */
  settings: object
  /** 0 to 1: the share of the bytes that says something, less when there are few of them. */
  score: number
  /** 0 to 1: how many small changes of its frames it would not have taken. Of equal scores the stricter one is right. */
  strictness: number
  frames: number
  /** What the last frame with a load said. */
  said: string
}

/** Bytes that have to say something before it counts fully. */
const ENOUGH = 30

/** @param said bytes of frames that say something @param heard all bytes, without the cut-off frame before the first */
export function scoreOf(said: number, heard: number): number {
  if (said === 0 || heard === 0) return 0
  return Math.round(Math.min(1, said / heard) * Math.min(1, said / ENOUGH) * 100) / 100
}

/** The best first: by their score, in steps that noise makes, and then by how strict they are. */
export function best(matches: readonly Match[]): Match[] {
  const step = ({ score }: Match) => Math.round(score * 10)
  return matches.toSorted(
    (one, other) => step(other) - step(one) || other.strictness - one.strictness || other.score - one.score,
  )
}

/** With less the next best is as likely. */
export const SURE = 0.7
/** Random bytes stay below. */
export const LIKELY = 0.2
