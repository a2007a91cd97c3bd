import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { FlowError } from '@flowviz/contract/error'
import { stringify } from 'yaml'
import type { ProcessPlan } from './process.ts'

/** The two files that are replicated, smallest first: the plant restores before its temperatures. */
export const REPLICATED = ['plant.db', 'telemetry.db'] as const

/**
 * The Litestream program: the one a plant points at, or the one that npm brought for this platform.
 * @throws FlowError platform_unsupported.
 */
export function litestreamPath(chosen: string | null): string {
  if (chosen !== null) return chosen
  const name = `@flydotio/litestream-${process.platform}-${process.arch}`
  try {
    const from = createRequire(import.meta.resolve('@flydotio/litestream'))
    const path = join(dirname(from.resolve(`${name}/package.json`)), 'litestream')
    if (existsSync(path)) return path
  } catch {
    // Not installed: said below.
  }
  throw new FlowError('platform_unsupported', `${name} is not installed; point LITESTREAM_BIN at a Litestream.`)
}

/**
 * Settings of a directory replica for both files (durability-ops.md A1, A4): no forced checkpoints, which would freeze
 * the writer behind a long reader; a week of history; a validation about twice a day, because each one restores.
 */
export function litestreamConfig(dataDir: string, replicaDir: string): string {
  return stringify({
    logging: { level: 'info', type: 'json', stderr: true },
    dbs: REPLICATED.map(file => ({
      path: join(dataDir, file),
      'monitor-interval': '250ms',
      'checkpoint-interval': '1m',
      'min-checkpoint-page-count': 1000,
      'max-checkpoint-page-count': 0,
      replicas: [
        {
          name: 'local',
          type: 'file',
          path: join(replicaDir, file),
          'sync-interval': '250ms',
          'snapshot-interval': '24h',
          retention: '168h',
          'retention-check-interval': '1h',
        },
      ],
    })),
  })
}

/** Starts `litestream replicate`; it is ready when it has taken up the last of the files. */
export function litestreamPlan(binary: string, configFile: string, logFile: string): ProcessPlan {
  const last = REPLICATED[REPLICATED.length - 1]!
  return {
    name: 'litestream',
    command: binary,
    args: ['replicate', '-config', configFile, '-no-expand-env'],
    logFile,
    readyOf: line => (line.includes('"replicating to"') && line.includes(`${last}"`) ? {} : null),
  }
}
