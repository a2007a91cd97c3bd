/** A bounded queue that one reader iterates. When it is full the oldest item goes: for devices the newest is the truth. */
export class Queue<T> implements AsyncIterable<T> {
  readonly #capacity: number
  readonly #dropped: (item: T) => void
  #items: T[] = []
  #wake: (() => void) | null = null
  #ended = false

  constructor(capacity: number, dropped: (item: T) => void = () => undefined) {
    this.#capacity = capacity
    this.#dropped = dropped
  }

  /** Adds an item; ignored after `end`. */
  push(item: T): void {
    if (this.#ended) return
    if (this.#items.length >= this.#capacity) this.#dropped(this.#items.shift()!)
    this.#items.push(item)
    this.#wake?.()
  }

  /** Forgets what nobody has read yet. */
  clear(): void {
    this.#items = []
  }

  /** No more items come; the reader gets what is there and then finishes. */
  end(): void {
    this.#ended = true
    this.#wake?.()
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<T, void, undefined> {
    for (;;) {
      while (this.#items.length > 0) yield this.#items.shift()!
      if (this.#ended) return
      await new Promise<void>(resolve => {
        this.#wake = resolve
      })
      this.#wake = null
    }
  }
}
