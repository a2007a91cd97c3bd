import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { FlowError } from '@flowviz/contract/error'
import { parse, stringify } from 'yaml'

/** The two files that are replicated, smallest first: the plant restores before its temperatures. */
export const REPLICATED = ['plant.db', 'telemetry.db'] as const

export interface LitestreamWish {
  dataDir: string
  /** Folder of the file replica; best on another disk. */
  replicaDir: string
  /** Port of its metrics on the loopback interface; they have neither password nor TLS. Null: none. */
  metricsPort: number | null
}

/**
 * Settings of a directory replica for both files (Litestream 0.3.13). `max-checkpoint-page-count: 0`, because a forced
 * checkpoint freezes the writer behind a long reader for seconds; no validation, because each one forces a checkpoint
 * and restores into /tmp: `flowviz restore` and the nightly drill verify instead; a week of history, because with one
 * day a clock that jumps ahead leaves none; no age encryption, with which replication ends at the first restart.
 */
export function litestreamConfig({ dataDir, replicaDir, metricsPort }: LitestreamWish): string {
  return stringify({
    ...(metricsPort === null ? {} : { addr: `127.0.0.1:${metricsPort}` }),
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

/** One database of a configuration, with the names of its replicas as Litestream calls them. */
export interface ReplicatedFile {
  path: string
  replicas: string[]
}

/**
 * The databases that a Litestream configuration names.
 * @throws FlowError config_invalid when the file cannot be read or names none.
 */
export function readReplicated(configFile: string): ReplicatedFile[] {
  let value: unknown
  try {
    value = parse(readFileSync(configFile, 'utf8'))
  } catch (cause) {
    throw new FlowError('config_invalid', `${configFile} cannot be read as YAML.`, { cause })
  }
  const dbs = (value as { dbs?: unknown } | null)?.dbs
  const files = Array.isArray(dbs) ? dbs.map(replicatedOf).filter(file => file !== null) : []
  if (files.length === 0) throw new FlowError('config_invalid', `${configFile} names no database under "dbs".`)
  return files
}

function replicatedOf(db: unknown): ReplicatedFile | null {
  const { path, replicas } = (db ?? {}) as { path?: unknown; replicas?: unknown }
  if (typeof path !== 'string' || !Array.isArray(replicas)) return null
  // A replica without a name is called after its type (Litestream 0.3, Replica.Name).
  const names = replicas.map(replica => {
    const { name, type } = (replica ?? {}) as { name?: unknown; type?: unknown }
    return typeof name === 'string' ? name : typeof type === 'string' ? type : 'file'
  })
  return { path, replicas: names }
}
