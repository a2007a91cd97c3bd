import type { Course } from './plan.ts'

interface Hands {
  /** Sends a step and tells whether it was acknowledged. */
  send(lot: number, at: number, done: (acknowledged: boolean) => void): void
  /** A lot has gone through all of its steps, or has stopped at one that was refused, with so many never sent. */
  ended(lot: number, unsent: number): void
}

interface Going {
  /** Steps that the plan wants by now. */
  due: number
  acknowledged: number
  busy: boolean
  ended: boolean
  /** Lots that are to be made of this one. */
  waiting: number[]
}

/**
 * Keeps the order that a plant keeps: a step of a lot is sent when the one before it is acknowledged, and a lot goes
 * into another one when all of its own steps are. Lots run side by side.
 */
export class Floor {
  readonly #courses: readonly Course[]
  readonly #hands: Hands
  readonly #lots: Going[]

  constructor(courses: readonly Course[], hands: Hands) {
    this.#courses = courses
    this.#hands = hands
    this.#lots = courses.map(() => ({ due: 0, acknowledged: 0, busy: false, ended: false, waiting: [] }))
  }

  /** The first `steps` steps of a lot are wanted by now. */
  want(lot: number, steps: number): void {
    this.#lots[lot]!.due = steps
    this.#go(lot)
  }

  #go(lot: number): void {
    const going = this.#lots[lot]!
    const { due, acknowledged, busy, ended } = going
    const { steps } = this.#courses[lot]!
    if (ended || busy || acknowledged === due) return
    const step = steps[acknowledged]!
    if (step.kind === 'link' && !this.#lots[step.source]!.ended) {
      going.busy = true
      this.#lots[step.source]!.waiting.push(lot)
      return
    }
    going.busy = true
    this.#hands.send(lot, acknowledged, isAcknowledged => {
      going.busy = false
      if (isAcknowledged) going.acknowledged++
      if (!isAcknowledged || going.acknowledged === steps.length) this.#end(lot, !isAcknowledged)
      else this.#go(lot)
    })
  }

  #end(lot: number, refused: boolean): void {
    const going = this.#lots[lot]!
    going.ended = true
    const left = this.#courses[lot]!.steps.length - going.acknowledged
    this.#hands.ended(lot, refused ? left - 1 : left)
    for (const waiting of going.waiting.splice(0)) {
      this.#lots[waiting]!.busy = false
      this.#go(waiting)
    }
  }
}
