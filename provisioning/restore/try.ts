import { join } from 'node:path'
import { codeOf, type ErrorCode } from '@flowviz/contract/error'
import type { Candidate } from './candidate.ts'
import { type FileHead, verifyFile } from './verify.ts'

/** What became of one copy: its head and where it lies, or why it was not taken. */
export interface Tried {
  source: string
  head: FileHead | null
  code: ErrorCode | null
  cause: string | null
  path: string | null
}

/** Restores each copy into `scratch` and reads it from end to end; the order says nothing. Never throws. */
export async function tryAll(
  candidates: Candidate[],
  { scratch, name, tell }: { scratch: string; name: string; tell: (line: string) => void },
): Promise<Tried[]> {
  const tried: Tried[] = []
  for (const [at, candidate] of candidates.entries()) {
    const path = join(scratch, `${at}-${name}`)
    tried.push(await tryOne(candidate, path))
    tell(lineOf(name, tried.at(-1)!))
  }
  return tried
}

async function tryOne({ source, make }: Candidate, path: string): Promise<Tried> {
  try {
    await make(path)
    return { source, head: await verifyFile(path), code: null, cause: null, path }
  } catch (error) {
    const cause = error instanceof Error ? error.message : String(error)
    return { source, head: null, code: codeOf(error), cause, path: null }
  }
}

/** The copy with the highest history that is whole: by epoch, then by number; file times are never looked at. */
export function bestOf(tried: Tried[]): Tried | null {
  const sound = tried.filter(one => one.head !== null)
  sound.sort((a, b) => b.head!.epoch - a.head!.epoch || b.head!.seq - a.head!.seq)
  return sound[0] ?? null
}

/** One copy as a line for people. */
export function lineOf(name: string, { source, head, cause }: Tried): string {
  if (head === null) return `  refused  ${name}  ${source}: ${cause}`
  return `  sound    ${name}  ${source}: epoch ${head.epoch}, last ${head.seq}`
}
