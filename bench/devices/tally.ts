import { KINDS, type Kind, kindOf } from './plan.ts'

/** What became of the frames of one kind of device in the span that is measured. */
export interface KindCount {
  devices: number
  /** Frames whose last byte was written. */
  frames: number
  /** Frames of them whose reading the appliance acknowledged. */
  acknowledged: number
  /** From the write of the last byte until the reading is on its way to the appliance. */
  said_p99_ms: number
  /** From the write of the last byte until the acknowledgement, which comes after the commit. */
  p50_ms: number
  p99_ms: number
  max_ms: number
}

export interface Counted {
  kinds: Record<Kind, KindCount>
  /** Numbers that each device has sent, and those that were acknowledged; from the very start. */
  sent: Record<string, number>
  acknowledged: Record<string, number[]>
}

/** The frames of one device: they are numbered from 1, so that a value names its frame for ever. */
class Frames {
  readonly writtenAt: number[] = [0]
  readonly acknowledgedAt = new Map<number, { at: number; said_at: number }>()
}

/** Keeps when each frame was written, and when its reading was acknowledged. */
export class Tally {
  readonly #devices = new Map<string, Frames>()

  /** The number of the next frame of a device, which is written now. */
  write(id: string): number {
    const { writtenAt } = this.#of(id)
    return writtenAt.push(performance.now()) - 1
  }

  /** A reading with this number, said at a time, was acknowledged now; a repeat is not counted again. */
  acknowledge(id: string, number: number, said_at: number): void {
    const { acknowledgedAt } = this.#of(id)
    if (!acknowledgedAt.has(number)) acknowledgedAt.set(number, { at: performance.now(), said_at })
  }

  /** How many devices have had a reading acknowledged. */
  get heard(): number {
    return [...this.#devices.values()].filter(({ acknowledgedAt }) => acknowledgedAt.size > 0).length
  }

  /** The frames that were written between two times, and what became of them. */
  counted(from: number, to: number): Counted {
    const devices = [...this.#devices]
    const kind = (kind: Kind): KindCount => {
      const own = devices.filter(([id]) => kindOf(id) === kind).map(([, frames]) => frames)
      const waits: number[] = []
      const saids: number[] = []
      let frames = 0
      for (const { writtenAt, acknowledgedAt } of own)
        writtenAt.forEach((written, number) => {
          if (number === 0 || written < from || written >= to) return
          frames += 1
          const found = acknowledgedAt.get(number)
          if (found === undefined) return
          waits.push(found.at - written)
          saids.push(found.said_at - written)
        })
      return {
        devices: own.length,
        frames,
        acknowledged: waits.length,
        said_p99_ms: shareOf(saids, 0.99),
        p50_ms: shareOf(waits, 0.5),
        p99_ms: shareOf(waits, 0.99),
        max_ms: shareOf(waits, 1),
      }
    }
    return {
      kinds: Object.fromEntries(KINDS.map(name => [name, kind(name)])) as Record<Kind, KindCount>,
      sent: Object.fromEntries(devices.map(([id, { writtenAt }]) => [id, writtenAt.length - 1])),
      acknowledged: Object.fromEntries(devices.map(([id, { acknowledgedAt }]) => [id, [...acknowledgedAt.keys()]])),
    }
  }

  #of(id: string): Frames {
    const known = this.#devices.get(id)
    if (known !== undefined) return known
    const frames = new Frames()
    this.#devices.set(id, frames)
    return frames
  }
}

/** The value that a share of the sample is at most; 0 of none. */
function shareOf(sample: readonly number[], share: number): number {
  const sorted = [...sample].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}
