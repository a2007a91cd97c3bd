import { closeSync, existsSync, openSync, readSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { FlowError } from '@flowviz/contract/error'

const CHUNK = 1 << 20
// SQLite keeps its version as a C string of its own: it ends with NUL, and what stands before it (0x01 in 0.3.13) is no text.
// biome-ignore lint/suspicious/noControlCharactersInRegex: the NUL is what makes it the version.
const VERSION = /[^ -~](3\.\d{1,2}\.\d{1,2})\u0000/

/**
 * The Litestream program: the one that a plant points at (`LITESTREAM_BIN`), or the one that npm brought for this
 * platform; its own binary, because the npm `bin` is a wrapper that would stand between us and its signals.
 * @throws FlowError platform_unsupported.
 */
export function litestreamPath(chosen: string | null): string {
  if (chosen !== null) return chosen
  const name = `@flydotio/litestream-${process.platform}-${process.arch}`
  try {
    const from = createRequire(import.meta.resolve('@flydotio/litestream'))
    const path = join(dirname(from.resolve(`${name}/package.json`)), 'litestream')
    if (existsSync(path)) return path
  } catch {
    // Not installed: said below.
  }
  throw new FlowError('platform_unsupported', `${name} is not installed; point LITESTREAM_BIN at a Litestream.`)
}

/** Version of the SQLite inside a Litestream binary, read from its bytes; null when there is none to be found. */
export function embeddedSqlite(path: string): string | null {
  const file = openSync(path, 'r')
  try {
    const chunk = Buffer.alloc(CHUNK)
    let tail = ''
    for (let length = readSync(file, chunk); length > 0; length = readSync(file, chunk)) {
      const text = tail + chunk.toString('latin1', 0, length)
      const found = VERSION.exec(text)
      if (found !== null) return found[1]!
      tail = text.slice(-16)
    }
    return null
  } finally {
    closeSync(file)
  }
}

/**
 * True for a SQLite whose checkpointer has the WAL-reset fix: 3.51.3 or later, or the backports 3.50.7 and 3.44.6. The
 * one that npm's Litestream brings has not, which is why it is never the only copy.
 */
export function checkpointSafe(version: string): boolean {
  const [major = 0, minor = 0, patch = 0] = version.split('.').map(Number)
  if (major !== 3) return major > 3
  if (minor === 44) return patch >= 6
  if (minor === 50) return patch >= 7
  return minor > 51 || (minor === 51 && patch >= 3)
}
