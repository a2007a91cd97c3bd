import { existsSync, readFileSync, statfsSync, statSync } from 'node:fs'
import { totalmem } from 'node:os'
import { join } from 'node:path'
import { NODE_MAJOR } from '../node.ts'
import { type Finding, fail, ok, warn } from './finding.ts'

const GIB = 2 ** 30
const gib = (bytes: number) => `${(bytes / GIB).toFixed(1)} GiB`

/** The Node that runs this is the one that runs the plant (bin.mjs saw to it). */
export function checkNode(version: string): Finding {
  if (Number(version.split('.')[0]) === NODE_MAJOR) return ok('node_version', `Node ${version}`)
  return fail(
    'node_version',
    `Node ${version}, but FlowViz runs on ${NODE_MAJOR}.`,
    'Run `npm ci`, it brings the right one.',
  )
}

/** Bytes that programs can still get; what the kernel caches counts as free. */
export function availableMemory(): number {
  const found = existsSync('/proc/meminfo')
    ? /MemAvailable:\s+(\d+) kB/.exec(readFileSync('/proc/meminfo', 'utf8'))
    : null
  return found === null ? totalmem() : Number(found[1]) * 1024
}

/** Appliance, gateway and Litestream need about 400 MiB together. */
export function checkMemory(available: number): Finding {
  const said = `${gib(available)} of memory available`
  if (available < 0.25 * GIB) return fail('memory', said, 'End other programs on this box, or give it more memory.')
  if (available < 0.75 * GIB) return warn('memory', said, 'See with `top` what else runs on this box.')
  return ok('memory', said)
}

/** Litestream stops some time before SQLite does: it needs room for a copy of the log (durability-ops.md A5). */
export function judgeDisk(free: number, total: number, where: string): Finding {
  const said = `${gib(free)} of ${gib(total)} free at ${where}`
  if (free < 0.5 * GIB) return fail('disk_free', said, 'Free space now: with a full disk nothing can be registered.')
  if (free < 2 * GIB || free < total * 0.05)
    return warn('disk_free', said, 'Free space, or move the replica to another disk.')
  return ok('disk_free', said)
}

/** Space on the disk of the data folder. */
export function checkDisk(dir: string): Finding {
  const { bavail, blocks, bsize } = statfsSync(dir)
  return judgeDisk(bavail * bsize, blocks * bsize, dir)
}

/** The data folder is there, holds both files, and nobody else may read them. */
export function checkDataDir(dir: string): Finding {
  if (!existsSync(dir))
    return fail(
      'data_dir',
      `${dir} does not exist.`,
      'Start flowviz-edge.service, which makes it, or correct FLOWVIZ_DATA_DIR.',
    )
  const missing = ['plant.db', 'telemetry.db'].filter(name => !existsSync(join(dir, name)))
  if (missing.length > 0)
    return fail(
      'data_dir',
      `${missing.join(' and ')} missing in ${dir}.`,
      'Bring them back with `flowviz restore`, or start the appliance if it is new.',
    )
  if ((statSync(dir).mode & 0o007) !== 0)
    return warn('data_dir', `Everybody on this box may enter ${dir}.`, `Close it: chmod 0750 ${dir}`)
  return ok('data_dir', `${dir} holds both databases`)
}
