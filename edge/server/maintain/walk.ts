import { hash } from 'node:crypto'
import { genesisHash, hexOf, rowHash } from '@flowviz/contract/chain'
import { appendLeaf, emptyFrontier, type Frontier } from '@flowviz/contract/merkle'
import type { LedgerHead } from '@flowviz/contract/sync'

export const sha256 = (bytes: Uint8Array): Uint8Array => Buffer.from(hash('sha256', bytes, 'binary'), 'binary')

/** A walk along a chain from its genesis: where it stands after the last good row. */
export interface Walk {
  site: string
  epoch: number
  hash: Uint8Array
  frontier: Frontier
}

export function startWalk(site: string, publicKey: string): Walk {
  return { site, epoch: 1, hash: genesisHash(sha256, site, publicKey), frontier: emptyFrontier() }
}

/** Takes the next body. What is wrong with it, or null; `stored` is the hash that the file gives it, if it does. */
export function step(walk: Walk, body: string, stored: Uint8Array | null): string | null {
  const seq = walk.frontier.size + 1
  const event = parsed(body)
  if (event === null) return 'its body is not JSON'
  if (event.seq !== seq) return `its body says that it is row ${event.seq}`
  if (event.site !== walk.site) return `its body is of site ${event.site}, not of ${walk.site}`
  const row = rowHash(sha256, walk.hash, body)
  if (stored !== null && hexOf(stored) !== hexOf(row)) return 'its hash is not that of its body after the row before'
  walk.hash = row
  if (event.type === 'epoch.started' && typeof event.data?.epoch === 'number') walk.epoch = event.data.epoch
  appendLeaf(sha256, walk.frontier, row)
  return null
}

export function headOf({ epoch, hash, frontier }: Walk): LedgerHead {
  return { epoch, seq: frontier.size, hash: hexOf(hash) }
}

interface Body {
  seq?: unknown
  site?: unknown
  type?: unknown
  data?: { epoch?: unknown; public_key?: unknown }
}

/** A body as far as a walk reads it; null when it is no JSON object. */
export function parsed(body: string): Body | null {
  try {
    const value: unknown = JSON.parse(body)
    return typeof value === 'object' && value !== null ? value : null
  } catch {
    return null
  }
}
