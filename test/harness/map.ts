import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

export const ROOT = resolve(import.meta.dirname, '..', '..')

/** A step of the walk as docs/ARCHITECTURE.md tells it. */
export interface Step {
  number: number
  verb: string
  /** Files or folders, relative to the repository. */
  rooms: string[]
}

/** The table of the walk. `<protocol>` stands for the protocol that is walked. */
export function walkOf(protocol: string): Step[] {
  const page = readFileSync(join(ROOT, 'docs', 'ARCHITECTURE.md'), 'utf8')
  const walk = page.split('\n## ').find(chapter => chapter.startsWith('The walk')) ?? ''
  const rows = [...walk.matchAll(/^\| (?<number>\d+) +\| (?<verb>[^|]+?) +\| (?<room>[^|]+?) +\|/gm)]
  return rows.map(row => {
    const { number, verb, room } = row.groups as { number: string; verb: string; room: string }
    const rooms = [...room.matchAll(/`([^`]+)`/g)].map(found => found[1]!.replace('<protocol>', protocol))
    return { number: Number(number), verb, rooms }
  })
}
