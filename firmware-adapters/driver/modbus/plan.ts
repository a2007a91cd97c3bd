import type { Channel } from '@flowviz/contract/device'
import { cellOf, readsOf } from '../../profile/cell.ts'
import type { Profile } from '../../profile/schema.ts'
import { type Block, blocksOf, halvesOf } from './block.ts'

/** Silences in a row, while the rest of the device answers, before a block is divided or left alone. */
const SILENCES_MAX = 3
/** Sweeps that a register is left alone which is answered by silence: each costs the bus a time-out. */
const REST_SWEEPS = 20

interface Asked {
  block: Block
  silences: number
  rest: number
}

/**
 * The requests of one device, and what was learnt about them: which blocks it refuses as a whole, and which registers
 * it does not answer for. It outlives outages, so that nothing is learnt twice.
 */
export class Plan {
  #asked: Asked[]

  constructor(profile: Profile, channels: readonly Channel[]) {
    const reads = channels.flatMap(({ name }) => readsOf(profile, name))
    const cells = reads.map(read => cellOf(read, profile.transport))
    this.#asked = blocksOf(cells, profile.transport).map(block => ({ block, silences: 0, rest: 0 }))
  }

  /** The blocks of this sweep; those that are often silent come last, so that a unit that is there shows it first. */
  due(): Block[] {
    const due = this.#asked.filter(asked => asked.rest === 0)
    for (const asked of this.#asked) if (asked.rest > 0) asked.rest -= 1
    return due.sort((a, b) => a.silences - b.silences).map(({ block }) => block)
  }

  answered(block: Block): void {
    const asked = this.#asked.find(asked => asked.block === block)
    if (asked !== undefined) asked.silences = 0
  }

  /** Nothing was answered yet: next time another block is asked first, and tells whether the unit is there. */
  postpone(block: Block): void {
    const at = this.#asked.findIndex(asked => asked.block === block)
    this.#asked.push(...this.#asked.splice(at, 1))
  }

  /** Divides a block for good; the halves are to be read in its place. Empty for one that cannot be divided. */
  divide(block: Block): Block[] {
    if (block.cells.length < 2) return []
    const halves = halvesOf(block)
    const at = this.#asked.findIndex(asked => asked.block === block)
    this.#asked.splice(at, 1, ...halves.map(half => ({ block: half, silences: 0, rest: 0 })))
    return halves
  }

  /** The unit is there and this block was not answered: true when it is given up for a while. */
  silent(block: Block): boolean {
    const asked = this.#asked.find(asked => asked.block === block)
    if (asked === undefined) return false
    asked.silences += 1
    if (asked.silences < SILENCES_MAX) return false
    if (this.divide(block).length > 0) return false
    asked.rest = REST_SWEEPS
    return true
  }
}
