import type { Cell } from '../../profile/cell.ts'
import type { ProfileTransport } from '../../profile/schema.ts'

/** Cells that are read in one request. */
export interface Block extends Cell {
  cells: readonly Cell[]
}

type Limits = Pick<ProfileTransport, 'registers_per_request_max' | 'gap_max' | 'forbidden'>

/** Bits of one register's room. */
const BITS = 16
const BITS_MAX = 2_000

/**
 * As few requests as the device allows: neighbours are read together, with what lies between them, but never across
 * registers that must not be read, and never half of a cell.
 */
export function blocksOf(cells: readonly Cell[], limits: Limits): Block[] {
  const blocks: Block[] = []
  for (const cell of sorted(cells)) {
    const last = blocks.at(-1)
    if (last !== undefined && fits(last, cell, limits)) blocks[blocks.length - 1] = blockOf([...last.cells, cell])
    else blocks.push(blockOf([cell]))
  }
  return blocks
}

/** The two halves of a block that the device refuses as a whole; one cell cannot be divided. */
export function halvesOf({ cells }: Block): Block[] {
  const middle = Math.ceil(cells.length / 2)
  return [blockOf(cells.slice(0, middle)), blockOf(cells.slice(middle))]
}

function fits(block: Block, cell: Cell, { registers_per_request_max, gap_max, forbidden = [] }: Limits): boolean {
  if (block.fc !== cell.fc) return false
  const unit = cell.fc <= 2 ? BITS : 1
  const end = block.address + block.count
  const count = Math.max(end, cell.address + cell.count) - block.address
  if (cell.address - end > gap_max * unit) return false
  if (count > Math.min(registers_per_request_max * unit, BITS_MAX)) return false
  return !forbidden.some(({ fc, from, to }) => fc === cell.fc && from < cell.address && to >= end)
}

function blockOf(cells: readonly Cell[]): Block {
  const [first] = cells
  const end = Math.max(...cells.map(({ address, count }) => address + count))
  return { fc: first!.fc, address: first!.address, count: end - first!.address, cells }
}

const keyOf = ({ fc, address, count }: Cell) => `${fc} ${address} ${count}`

function sorted(cells: readonly Cell[]): Cell[] {
  const once = new Map(cells.map(cell => [keyOf(cell), cell]))
  return [...once.values()].sort((a, b) => a.fc - b.fc || a.address - b.address || a.count - b.count)
}
