import { REPLICATED } from '../litestream/config.ts'
import type { ProcessPlan } from './process.ts'

/** Starts `litestream replicate`; it is ready when it has taken up the last of the files. */
export function replicationPlan(binary: string, configFile: string, logFile: string): ProcessPlan {
  const last = REPLICATED[REPLICATED.length - 1]!
  return {
    name: 'litestream',
    command: binary,
    args: ['replicate', '-config', configFile, '-no-expand-env'],
    logFile,
    readyOf: line => (line.includes('"replicating to"') && line.includes(`${last}"`) ? {} : null),
  }
}
