import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { FlowError } from '@flowviz/contract/error'
import { inheritedEnvironment, ROOT } from '../config.ts'
import { nodePath } from '../node.ts'

const run = promisify(execFile)
const WITHIN_MS = 30 * 60_000

/** Where a sound file ends: a ledger by its epoch, number and hash, a telemetry file by its last number. */
export interface FileHead {
  epoch: number
  seq: number
  hash: string | null
}

/**
 * Has the appliance's own maintenance program read a file from end to end: pages, chain, projections.
 * @throws FlowError ledger_corrupt with what is wrong with it.
 */
export async function verifyFile(path: string): Promise<FileHead> {
  const args = [join(ROOT, 'edge', 'server', 'maintain', 'main.ts'), 'verify', path, '--json']
  const done = await run(nodePath(), args, {
    env: inheritedEnvironment(),
    timeout: WITHIN_MS,
    maxBuffer: 16 << 20,
  }).catch((error: { stdout?: string; stderr?: string }) => ({
    stdout: error.stdout ?? '',
    stderr: error.stderr ?? String(error),
  }))
  const said = lastObject(done.stdout)
  const { ok, epoch, seq, hash, detail } = said
  if (ok === true && typeof seq === 'number')
    return { epoch: typeof epoch === 'number' ? epoch : 1, seq, hash: typeof hash === 'string' ? hash : null }
  throw new FlowError(
    'ledger_corrupt',
    String(detail ?? (done.stderr.trim().split('\n').at(-1) || 'It cannot be read.')),
  )
}

function lastObject(text: string): Record<string, unknown> {
  try {
    return JSON.parse(text.trim().split('\n').at(-1) ?? '') as Record<string, unknown>
  } catch {
    return {}
  }
}
