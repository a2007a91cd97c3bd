import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { FlowError } from '@flowviz/contract/error'
import { ROOT } from './config.ts'

/** The major version that the whole building runs on; better-sqlite3 crashes in others. */
export const NODE_MAJOR = 24

/**
 * A Node of that version: the one that runs us, the one of the box (`/opt/flowviz/node`), or the one that npm brought.
 * @throws FlowError runtime_missing.
 */
export function nodePath(): string {
  if (Number(process.versions.node.split('.')[0]) === NODE_MAJOR) return process.execPath
  const found = [join(ROOT, 'node', 'bin', 'node'), join(ROOT, 'node_modules', 'node', 'bin', 'node')].find(existsSync)
  if (found === undefined) throw new FlowError('runtime_missing', `Node ${NODE_MAJOR} is not in ${ROOT}.`)
  return found
}
