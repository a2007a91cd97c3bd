import { copyFileSync, existsSync, readdirSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { codeOf } from '@flowviz/contract/error'
import type { ReplicatedFile } from '../litestream/config.ts'
import { type Litestream, listGenerations, restoreGeneration } from '../litestream/copy.ts'
import type { Tried } from './tried.ts'

/** One copy that may be the newest: how it is called, and how it gets into a file. */
export interface Candidate {
  source: string
  make(output: string): Promise<void>
}

/**
 * Every generation of every replica of a file. A list that cannot be had is an entry of its own in `refused`.
 */
export async function generationsOf(tool: Litestream, file: ReplicatedFile, refused: Tried[]): Promise<Candidate[]> {
  try {
    const found = await listGenerations(tool, file.path)
    return found.map(from => ({
      source: `litestream ${from.replica} ${from.generation}`,
      make: output => restoreGeneration(tool, file.path, { from, output }),
    }))
  } catch (error) {
    const cause = error instanceof Error ? error.message : String(error)
    refused.push({ source: `litestream of ${basename(file.path)}`, head: null, cause, code: codeOf(error), path: null })
    return []
  }
}

/** Copies in a folder and in the folders right below it: `plant.db`, `plant-2026-11-23.db` and the like. */
export function snapshotsOf(folder: string, name: string): Candidate[] {
  const stem = basename(name, '.db')
  const below = readdirSync(folder).map(entry => join(folder, entry))
  const folders = [folder, ...below.filter(path => statSync(path).isDirectory())]
  return folders
    .flatMap(dir => readdirSync(dir).map(entry => join(dir, entry)))
    .filter(path => basename(path).startsWith(stem) && path.endsWith('.db') && statSync(path).isFile())
    .map(path => ({
      source: `snapshot ${path}`,
      async make(output) {
        copyFileSync(path, output)
        // A copy that was taken of a running file without SQLite's backup brings its log along.
        if (existsSync(`${path}-wal`)) copyFileSync(`${path}-wal`, `${output}-wal`)
      },
    }))
}
