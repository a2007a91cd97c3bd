import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** A recorded or computed frame and what a correct decoder makes of it. */
export interface Vector {
  id: string
  proto: string
  dir: 'rx' | 'tx'
  hex: string
  expect: Record<string, unknown>
}

const FILE = fileURLToPath(new URL('../../../shared/reference/device-vectors.jsonl', import.meta.url))

/** True when the shared vectors lie beside the repository; tests that need them skip loudly otherwise. */
export const vectorsPresent = existsSync(FILE)
if (!vectorsPresent) console.warn('SKIPPED: the shared device vectors are not beside this repository.')

/** The vectors of some protocols; empty when the file is not there. */
export function vectors(...protocols: string[]): Vector[] {
  if (!vectorsPresent) return []
  const lines = readFileSync(FILE, 'utf8').split('\n').filter(Boolean)
  return lines.map(line => JSON.parse(line) as Vector).filter(({ proto }) => protocols.includes(proto))
}

export const bytesOfHex = (hex: string) => Uint8Array.from(Buffer.from(hex, 'hex'))
export const hexOfBytes = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')
