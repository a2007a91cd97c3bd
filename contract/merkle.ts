import type { Sha256 } from './chain.ts'

/**
 * The RFC 6962 Merkle tree over the ledger's rows. Only its frontier is kept: the roots of the perfect subtrees of the
 * present size, largest first, one for each set bit.
 */
export interface Frontier {
  size: number
  roots: Uint8Array[]
}

export const emptyFrontier = (): Frontier => ({ size: 0, roots: [] })

function join(sha256: Sha256, left: Uint8Array, right: Uint8Array): Uint8Array {
  const node = new Uint8Array(1 + left.length + right.length)
  node[0] = 0x01
  node.set(left, 1)
  node.set(right, 1 + left.length)
  return sha256(node)
}

/** Hash of a leaf: SHA-256(0x00 || row hash). */
export function leafHash(sha256: Sha256, row: Uint8Array): Uint8Array {
  const leaf = new Uint8Array(1 + row.length)
  leaf.set(row, 1)
  return sha256(leaf)
}

/** Appends one row hash in place: amortised one hash a row. */
export function appendLeaf(sha256: Sha256, frontier: Frontier, row: Uint8Array): void {
  appendHash(sha256, frontier, leafHash(sha256, row))
}

/** Appends what `leafHash` gave, in place. */
export function appendHash(sha256: Sha256, frontier: Frontier, leaf: Uint8Array): void {
  let node = leaf
  for (let bit = frontier.size; bit % 2 === 1; bit = Math.floor(bit / 2))
    node = join(sha256, frontier.roots.pop()!, node)
  frontier.roots.push(node)
  frontier.size += 1
}

/** The root of the tree; SHA-256 of nothing when it is empty. */
export function rootOf(sha256: Sha256, frontier: Frontier): Uint8Array {
  if (frontier.roots.length === 0) return sha256(new Uint8Array())
  return frontier.roots.reduceRight((right, left) => join(sha256, left, right))
}

const splitOf = (size: number): number => {
  let split = 1
  while (split * 2 < size) split *= 2
  return split
}

function treeHash(sha256: Sha256, leaves: Uint8Array[]): Uint8Array {
  if (leaves.length === 1) return leaves[0]!
  const split = splitOf(leaves.length)
  return join(sha256, treeHash(sha256, leaves.slice(0, split)), treeHash(sha256, leaves.slice(split)))
}

/** The audit path of one leaf (0-based) among leaf hashes, leaf to root (RFC 6962, 2.1.1). */
export function inclusionPath(sha256: Sha256, leaves: Uint8Array[], index: number): Uint8Array[] {
  if (leaves.length <= 1) return []
  const split = splitOf(leaves.length)
  if (index < split)
    return [...inclusionPath(sha256, leaves.slice(0, split), index), treeHash(sha256, leaves.slice(split))]
  return [...inclusionPath(sha256, leaves.slice(split), index - split), treeHash(sha256, leaves.slice(0, split))]
}

/**
 * The audit paths of many leaves of one tree in one pass: each leaf is hashed once, and no more is kept than the paths
 * themselves. `indexes` are 0-based, rising, each once and below `size`; `leaves` gives `size` leaf hashes in their order.
 * @throws RangeError when the leaves end before the tree does.
 */
export function inclusionPaths(
  sha256: Sha256,
  leaves: Iterable<Uint8Array>,
  { size, indexes }: { size: number; indexes: readonly number[] },
): Uint8Array[][] {
  const source = leaves[Symbol.iterator]()
  const next = (): Uint8Array => {
    const { done, value } = source.next()
    if (done === true) throw new RangeError(`the tree of ${size} leaves has fewer`)
    return value
  }
  const paths: Uint8Array[][] = indexes.map(() => [])

  /** A subtree in which no leaf is asked for: its root alone. */
  function plain(width: number): Uint8Array {
    const frontier = emptyFrontier()
    for (let at = 0; at < width; at += 1) appendHash(sha256, frontier, next())
    return rootOf(sha256, frontier)
  }

  /** The subtree from leaf `start` on, of which the leaves `indexes[low]` to before `indexes[high]` are asked for. */
  function walk(start: number, width: number, [low, high]: [number, number]): Uint8Array {
    if (low === high) return plain(width)
    if (width === 1) return next()
    const split = splitOf(width)
    let middle = low
    while (middle < high && indexes[middle]! < start + split) middle += 1
    const left = walk(start, split, [low, middle])
    const right = walk(start + split, width - split, [middle, high])
    for (let at = low; at < high; at += 1) paths[at]!.push(at < middle ? right : left)
    return join(sha256, left, right)
  }

  if (size > 0) walk(0, size, [0, indexes.length])
  return paths
}

/** The root that a leaf and its path give; compare it with a signed one (RFC 9162, 2.1.3.2). Null when they cannot fit. */
export function rootFromPath(
  sha256: Sha256,
  leaf: Uint8Array,
  { index, size, path }: { index: number; size: number; path: Uint8Array[] },
): Uint8Array | null {
  if (index >= size) return null
  let node = leaf
  let at = index
  let last = size - 1
  for (const sibling of path) {
    if (last === 0) return null
    if (at % 2 === 1 || at === last) {
      node = join(sha256, sibling, node)
      while (at % 2 === 0 && at !== 0) {
        at = Math.floor(at / 2)
        last = Math.floor(last / 2)
      }
    } else {
      node = join(sha256, node, sibling)
    }
    at = Math.floor(at / 2)
    last = Math.floor(last / 2)
  }
  return last === 0 ? node : null
}
