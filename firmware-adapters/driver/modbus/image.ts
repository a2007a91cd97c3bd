import type { BadReason } from '@flowviz/contract/quality'
import type { Cell } from '../../profile/cell.ts'
import type { Block } from './block.ts'

/** What came of reading a cell: its registers and the frame that brought them, or why there are none. */
export type Taken = { ok: true; registers: readonly number[]; raw: string } | { ok: false; reason: BadReason }

/** What one sweep over the blocks of a device has brought. A cell that was not asked for this time is not in it. */
export class Image {
  readonly #taken: { block: Cell; taken: Taken }[] = []

  put(block: Cell, taken: Taken): void {
    this.#taken.push({ block, taken })
  }

  /** The same reason for every cell of a block that was not read. */
  fail({ cells }: Block, reason: BadReason): void {
    for (const cell of cells) this.put(cell, { ok: false, reason })
  }

  /** The registers of one cell. */
  of({ fc, address, count }: Cell): Taken | undefined {
    const found = this.#taken.find(
      ({ block }) => block.fc === fc && block.address <= address && block.address + block.count >= address + count,
    )
    if (found === undefined || !found.taken.ok) return found?.taken
    const from = address - found.block.address
    return { ...found.taken, registers: found.taken.registers.slice(from, from + count) }
  }
}
