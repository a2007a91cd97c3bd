import { hash } from 'node:crypto'
import type { Sha256 } from '@flowviz/contract/chain'

/** SHA-256 as contract/chain.ts and contract/merkle.ts want it. */
export const sha256: Sha256 = bytes => hash('sha256', bytes, 'buffer')

/** Hex SHA-256 of a text or of bytes. */
export const sha256Hex = (bytes: string | Uint8Array) => hash('sha256', bytes, 'hex')
