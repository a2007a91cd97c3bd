/** Throws that fall alike for the same seed. */
export interface Dice {
  /** A whole number from 0 to one less than `count`. */
  below(count: number): number
  /** True so many times out of a hundred. */
  chance(percent: number): boolean
  one<T>(...of: [T, ...T[]]): T
  /** One of a list, the later ones twice as often; undefined of none. */
  recent<T>(list: readonly T[]): T | undefined
}

/** Throws dice by mulberry32. */
export function diceOf(seed: number): Dice {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const below = (count: number) => Math.floor(next() * count)
  return {
    below,
    chance: percent => next() * 100 < percent,
    one: (...of) => of[below(of.length)]!,
    recent(list) {
      const half = next() < 0.5 ? Math.floor(list.length / 2) : 0
      return list[half + below(list.length - half)]
    },
  }
}

/** Bytes of dice, for ids. */
export function bytesOf(dice: Dice): (count: number) => Uint8Array {
  return count => Uint8Array.from({ length: count }, () => dice.below(256))
}
