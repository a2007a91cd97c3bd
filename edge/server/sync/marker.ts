import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { RESTORED_MARKER, RestoredMarker } from '@flowviz/contract/restore'
import { Compile } from 'typebox/compile'
import { objectOf } from './answer.ts'

const schema = Compile(RestoredMarker)

/** What `flowviz restore` left in the data folder, or null. One that cannot be read still means: these are copies. */
export function readMarker(dataDir: string, restored_seq: number): RestoredMarker | null {
  const path = join(dataDir, RESTORED_MARKER)
  if (!existsSync(path)) return null
  const value: unknown = objectOf(readFileSync(path, 'utf8'))
  return schema.Check(value) ? value : { v: 1, source: 'unreadable marker', restored_seq, refused: [] }
}

/** Takes the marker away: the seam is in the ledger now. */
export function removeMarker(dataDir: string): void {
  rmSync(join(dataDir, RESTORED_MARKER), { force: true })
}
