import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { RESTORED_MARKER, type RestoredMarker } from '@flowviz/contract/restore'

/** Everything that belongs to a database file: SQLite's log and its index, and Litestream's own notes. */
export function filesOf(dataDir: string, name: string): string[] {
  return [name, `${name}-wal`, `${name}-shm`, `.${name}-litestream`]
    .map(file => join(dataDir, file))
    .filter(path => existsSync(path))
}

/** Moves what is there into a folder beside it; nothing is ever deleted. Gives the folder, or null when nothing was there. */
export function moveAside(dataDir: string, names: readonly string[], at: string): string | null {
  const present = names.flatMap(name => filesOf(dataDir, name))
  if (present.length === 0) return null
  const aside = join(dataDir, `aside-${at.replace(/[:.]/g, '-')}`)
  mkdirSync(aside, { mode: 0o700 })
  for (const path of present) renameSync(path, path.replace(dataDir, aside))
  syncFolder(dataDir)
  return aside
}

/**
 * Puts restored files in their place. The marker comes first: a restored file without it would be taken for one that
 * has lost nothing.
 */
export function putInPlace(dataDir: string, files: { name: string; path: string }[], marker: RestoredMarker): void {
  const fresh = join(dataDir, `${RESTORED_MARKER}.new`)
  writeFileSync(fresh, `${JSON.stringify(marker)}\n`, { mode: 0o600 })
  syncFile(fresh)
  renameSync(fresh, join(dataDir, RESTORED_MARKER))
  syncFolder(dataDir)
  for (const { name, path } of files) {
    // A copy may still have a part of its rows in its log.
    for (const end of ['-wal', '']) {
      if (!existsSync(path + end)) continue
      syncFile(path + end)
      renameSync(path + end, join(dataDir, name + end))
    }
  }
  syncFolder(dataDir)
}

function syncFile(path: string): void {
  const file = openSync(path, 'r+')
  fsyncSync(file)
  closeSync(file)
}

function syncFolder(path: string): void {
  const folder = openSync(path, 'r')
  fsyncSync(folder)
  closeSync(folder)
}
