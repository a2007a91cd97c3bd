import type { ErrorCode } from '@flowviz/contract/error'
import type { FileHead } from './verify.ts'

/** What became of one copy: its head and where it lies, or why it was not taken. */
export interface Tried {
  source: string
  head: FileHead | null
  code: ErrorCode | null
  cause: string | null
  path: string | null
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
