import { mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'

/** Removes the files of a folder that nobody wants any more; `keeps` says of a name whether it stays. */
export function sweep(folder: string, keeps: (name: string) => boolean): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  for (const name of readdirSync(folder)) if (!keeps(name)) rmSync(join(folder, name), { force: true })
}
