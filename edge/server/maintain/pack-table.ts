import type { PackedFile } from './pack-file.ts'

/** The table as it is read beside the records, row for row. */
export class PackTable {
  readonly #chunks: AsyncGenerator<Uint8Array> | null
  #rest: Buffer = Buffer.alloc(0)

  /** @param file undefined: there is no table, and nothing in it differs. */
  constructor(file: PackedFile | undefined) {
    this.#chunks = file?.bytes() ?? null
  }

  /** True when the next row is this one. One that was changed, not made longer, does not put out the ones behind it. */
  async next(line: string): Promise<boolean> {
    if (this.#chunks === null) return true
    const wanted = Buffer.from(line)
    await this.#fill(wanted.length)
    const found = this.#rest.subarray(0, wanted.length)
    this.#rest = this.#rest.subarray(wanted.length)
    return found.equals(wanted)
  }

  async ended(): Promise<boolean> {
    await this.#fill(1)
    return this.#rest.length === 0
  }

  async close(): Promise<void> {
    await this.#chunks?.return(undefined)
  }

  async #fill(bytes: number): Promise<void> {
    while (this.#rest.length < bytes) {
      const read = await this.#chunks?.next()
      if (read === undefined || read.done === true) return
      this.#rest = Buffer.concat([this.#rest, read.value])
    }
  }
}
