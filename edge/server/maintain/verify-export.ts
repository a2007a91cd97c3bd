import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { type Checkpoint, checkpointOrigin } from '@flowviz/contract/checkpoint'
import { rootOf } from '@flowviz/contract/merkle'
import { signedCheckpoint } from './signature.ts'
import { bad, good, type Verdict } from './verdict.ts'
import type { Trust } from './verify-plant.ts'
import { headOf, parsed, sha256, startWalk, step, type Walk } from './walk.ts'

const KIND = 'export'

interface Reading {
  walk: Walk
  signed: Checkpoint | null
}

/**
 * Reads an export (one body a line, from the first event on) against a signed head. Without a checkpoint nothing
 * outside the file vouches for it, so that is no good export.
 */
export async function verifyExport(path: string, trust: Trust): Promise<Verdict> {
  let reading: Reading | null = null
  for await (const line of createInterface({ input: createReadStream(path), crlfDelay: Number.POSITIVE_INFINITY })) {
    reading ??= begin(line, trust)
    if (reading === null)
      return bad({ kind: KIND, head: null }, { seq: 1, why: 'it names no site and key; give --public-key' })
    const seq = reading.walk.frontier.size + 1
    const why = step(reading.walk, line, null) ?? treeProblem(reading)
    if (why !== null) return bad({ kind: KIND, head: headOf(reading.walk) }, { seq, why })
  }
  if (reading === null) return bad({ kind: KIND, head: null }, { seq: 1, why: 'the export is empty' })
  return end(reading)
}

function begin(line: string, { publicKey, checkpoint }: Trust): Reading | null {
  const first = parsed(line)
  const named = first?.data?.public_key
  const key = publicKey ?? (typeof named === 'string' ? named : undefined)
  if (key === undefined || typeof first?.site !== 'string') return null
  const signed = checkpoint === undefined ? null : signedCheckpoint(checkpoint, key)
  return { walk: startWalk(first.site, key), signed }
}

function treeProblem({ walk, signed }: Reading): string | null {
  if (walk.frontier.size !== signed?.size) return null
  if (signed.root !== Buffer.from(rootOf(sha256, walk.frontier)).toString('base64'))
    return 'the rows up to it are not those that were signed'
  return signed.origin === checkpointOrigin(walk.site, walk.epoch) ? null : `the signed head is of ${signed.origin}`
}

function end({ walk, signed }: Reading): Verdict {
  const head = headOf(walk)
  const { seq } = head
  if (signed === null) return bad({ kind: KIND, head }, { seq, why: 'no checkpoint signed by the box vouches for it' })
  if (signed.size > seq)
    return bad({ kind: KIND, head }, { seq: seq + 1, why: `it is missing; ${signed.size} rows are signed` })
  return good({ kind: KIND, head }, `${signed.size} of ${seq} rows are under a signed head`)
}
