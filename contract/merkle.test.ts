import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hexOf } from './chain.ts'
import { appendLeaf, emptyFrontier, inclusionPath, inclusionPaths, leafHash, rootFromPath, rootOf } from './merkle.ts'

const sha256 = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest()
const rowsOf = (count: number) => Array.from({ length: count }, (_, at) => sha256(Buffer.from(`row ${at}`)))

/** RFC 6962, 2.1, word by word: MTH({}) = SHA-256(), MTH({d}) = SHA-256(0x00 || d), else split at the largest 2^k < n. */
function treeHash(rows: Uint8Array[]): Uint8Array {
  if (rows.length === 0) return sha256(Buffer.alloc(0))
  if (rows.length === 1) return sha256(Buffer.concat([Buffer.from([0]), rows[0]!]))
  const split = 2 ** Math.ceil(Math.log2(rows.length) - 1)
  const halves = [treeHash(rows.slice(0, split)), treeHash(rows.slice(split))]
  return sha256(Buffer.concat([Buffer.from([1]), ...halves]))
}

function rootOfRows(rows: Uint8Array[]): string {
  const frontier = emptyFrontier()
  for (const row of rows) appendLeaf(sha256, frontier, row)
  expect(frontier.size).toBe(rows.length)
  return hexOf(rootOf(sha256, frontier))
}

// The roots of the test tree that Certificate Transparency implementations share (leaves of 0 to 16 bytes).
const LEAVES = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f']
const ROOTS = [
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
]

test('the tree has the roots that Certificate Transparency has', () => {
  const leaves = LEAVES.map(hex => Buffer.from(hex, 'hex'))
  expect(rootOfRows([])).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855')
  expect(ROOTS.map((_, at) => rootOfRows(leaves.slice(0, at + 1)))).toEqual(ROOTS)
})

test('the frontier of every size to 200 gives the root of the recursive definition', () => {
  const rows = rowsOf(200)
  const frontier = emptyFrontier()
  for (const [at, row] of rows.entries()) {
    appendLeaf(sha256, frontier, row)
    expect(hexOf(rootOf(sha256, frontier))).toBe(hexOf(treeHash(rows.slice(0, at + 1))))
    expect(frontier.roots.length).toBe((at + 1).toString(2).replaceAll('0', '').length)
  }
})

test('every row of every tree to 40 is proven by its path, and by no other place, size or row', () => {
  for (let size = 1; size <= 40; size += 1) {
    const rows = rowsOf(size)
    const leaves = rows.map(row => leafHash(sha256, row))
    const root = hexOf(treeHash(rows))
    for (const [index, leaf] of leaves.entries()) {
      const path = inclusionPath(sha256, leaves, index)
      expect(path.length).toBeLessThanOrEqual(Math.ceil(Math.log2(size)))
      const gives = (at: number, of: number, from = leaf) => {
        const found = rootFromPath(sha256, from, { index: at, size: of, path })
        return found === null ? null : hexOf(found)
      }
      expect(gives(index, size)).toBe(root)
      expect(gives(size, size)).toBeNull()
      if (size > 1) expect(gives((index + 1) % size, size)).not.toBe(root)
      expect(gives(index, size, leafHash(sha256, sha256(leaf)))).not.toBe(root)
    }
  }
})

test('a path that was cut or lengthened proves nothing', () => {
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 300 }), fc.nat(), (size, at) => {
      const leaves = rowsOf(size).map(row => leafHash(sha256, row))
      const index = at % size
      const path = inclusionPath(sha256, leaves, index)
      const leaf = leaves[index]!
      expect(rootFromPath(sha256, leaf, { index, size, path: path.slice(0, -1) })).toBeNull()
      expect(rootFromPath(sha256, leaf, { index, size, path: [...path, leaf] })).toBeNull()
    }),
    { numRuns: 30 },
  )
})

test('the paths of many rows in one pass are the paths of each by itself', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 300 }), fc.array(fc.nat({ max: 299 }), { maxLength: 40 }), (size, wanted) => {
      const leaves = rowsOf(size).map(row => leafHash(sha256, row))
      const indexes = [...new Set(wanted.map(at => at % size))].sort((a, b) => a - b)
      const paths = inclusionPaths(sha256, leaves, { size, indexes })
      expect(paths.map(path => path.map(hexOf))).toEqual(
        indexes.map(index => inclusionPath(sha256, leaves, index).map(hexOf)),
      )
    }),
  )
})

test('paths of a tree whose leaves are not all there are refused', () => {
  const leaves = rowsOf(7).map(row => leafHash(sha256, row))
  expect(() => inclusionPaths(sha256, leaves, { size: 8, indexes: [3] })).toThrow(RangeError)
})
