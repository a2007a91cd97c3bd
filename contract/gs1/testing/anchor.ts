import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

const ANCHORS = resolve(import.meta.dirname, '../../../../shared/anchors')

export interface Verdict {
  kind: 'aiDataStr' | 'dataStr' | 'scanData'
  input: string
  ok: boolean
  /** The normalised elements; null for text that is no GS1 data. */
  ai?: string | null
  data?: string
  dl?: string | null
  hri?: string[]
  error?: string
  note?: string
  src?: string
}

export interface Verdicts {
  unitTestStrings: Verdict[]
  foodPlantStrings: Verdict[]
}

/** The text of a file that nobody on this project wrote. @throws Error that says where it must lie, when it is not there. */
function anchor(name: string): string {
  const path = join(ANCHORS, name)
  if (!existsSync(path))
    throw new Error(`The anchor ${name} is missing: put it into ../shared/anchors beside the repository.`)
  return readFileSync(path, 'utf8')
}

export const anchorsThere = existsSync(ANCHORS)

export function dictionary(): string {
  return anchor('gs1-syntax-dictionary.txt')
}

export function verdicts(): Verdicts {
  return JSON.parse(anchor('gs1-engine-verdicts.json'))
}
