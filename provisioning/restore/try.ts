import { join } from 'node:path'
import { codeOf } from '@flowviz/contract/error'
import type { Candidate } from './candidate.ts'
import { lineOf, type Tried } from './tried.ts'
import { verifyFile } from './verify.ts'

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
