import { join } from 'node:path'
import { ROOT } from '../config.ts'
import { nodePath } from '../node.ts'
import type { ProcessPlan } from './process.ts'

/** What differs between the Node processes of a building. */
export interface ServerPlan {
  name: string
  /** Entry, relative to the repository: `edge/server/main.ts`. */
  entry: string
  env: Record<string, string>
  logDir: string
}

/** The plan of one of our own servers: Node 24 on its `main.ts`, settings by environment, ready by its own log line. */
export function serverPlan({ name, entry, env, logDir }: ServerPlan): ProcessPlan {
  return {
    name,
    command: nodePath(),
    // docs/decisions/0023-memory-keys.md
    args: ['--no-memory-protection-keys', join(ROOT, entry)],
    env: { FLOWVIZ_LOG_LEVEL: 'info', ...env },
    cwd: ROOT,
    logFile: join(logDir, `${name}.log`),
  }
}
