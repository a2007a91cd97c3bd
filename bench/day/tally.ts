import type { StepKind } from './plan.ts'
import { WaitBook, type Waits, waitsOf } from './wait.ts'

export type Kind = StepKind | 'page'
export const KINDS: readonly Kind[] = ['register', 'gate', 'move', 'link', 'page']

/** What a day's load came to, as its generator saw it. */
export interface Counted {
  seconds: number
  /** By kind, of those that were acknowledged. */
  kinds: Record<Kind, Waits>
  all: Waits
  /** How late the generator itself was with what the plan wanted: part of every wait above. */
  late: Waits
  /** Requests that were refused or lost, by code. */
  errors: Record<string, number>
  /** Requests that were never sent because one before them was refused. */
  unsent: number
  /** Grams that went from lot to lot. */
  linked_grams: number
  /** Lots that the live screen was told of. */
  screen_lots: number
}

/** Counts while the day runs. */
export class Tally {
  readonly #kinds = new Map(KINDS.map(kind => [kind, new WaitBook()]))
  readonly #late = new WaitBook()
  readonly #errors: Record<string, number> = {}
  unsent = 0
  linked_grams = 0
  screen_lots = 0

  heard(kind: Kind, wait_ms: number): void {
    this.#kinds.get(kind)!.add(wait_ms)
  }

  refused(kind: Kind, status: number, body: Buffer): void {
    const code = status === 0 ? 'connection_lost' : (/"code":"(\w+)"/.exec(body.toString())?.[1] ?? `status_${status}`)
    const name = `${kind} ${code}`
    this.#errors[name] = (this.#errors[name] ?? 0) + 1
  }

  late(late_ms: number): void {
    this.#late.add(late_ms)
  }

  counted(seconds: number): Counted {
    const kinds = Object.fromEntries(KINDS.map(kind => [kind, waitsOf([this.#kinds.get(kind)!])]))
    const { unsent, linked_grams, screen_lots } = this
    return {
      seconds,
      kinds: kinds as Counted['kinds'],
      all: waitsOf(this.#kinds.values()),
      late: waitsOf([this.#late]),
      errors: this.#errors,
      unsent,
      linked_grams,
      screen_lots,
    }
  }
}
