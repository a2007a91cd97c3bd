import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { FlowError } from '@flowviz/contract/error'
import { ROOT } from '../config.ts'
import { nodePath } from '../node.ts'
import { startProcess } from './process.ts'

/** A screen: its folder, and the folders whose words it is built from. */
export interface Screen {
  name: string
  dir: string
  sources: string[]
}

export const SCREENS: readonly Screen[] = [
  { name: 'floor screen', dir: 'edge/ui', sources: ['edge/ui', 'edge/client', 'contract'] },
  { name: 'HQ screen', dir: 'cloud/dashboard', sources: ['cloud/dashboard', 'cloud/client', 'contract'] },
]

const NOT_SOURCE = /^(node_modules|dist|\..*)$|\.test\.tsx?$/

/** Time of the newest file below a folder, ms; 0 for an empty one. */
function newest(dir: string): number {
  let time = 0
  for (const entry of readdirSync(dir, { withFileTypes: true })) {
    if (NOT_SOURCE.test(entry.name)) continue
    const path = join(dir, entry.name)
    time = Math.max(time, entry.isDirectory() ? newest(path) : statSync(path).mtimeMs)
  }
  return time
}

/** True when the screen was never built into this folder, or a file that it is built from is newer. */
export function screenStale({ dir, sources }: Screen, into = join(ROOT, dir, 'dist')): boolean {
  const built = join(into, 'index.html')
  if (!existsSync(built)) return true
  const time = statSync(built).mtimeMs
  return sources.some(source => newest(join(ROOT, source)) > time)
}

/**
 * Builds a screen with Vite into its `dist/`.
 * @throws FlowError process_failed when the build did not end well.
 */
export async function buildScreen(screen: Screen, logDir: string): Promise<void> {
  const logFile = join(logDir, `${screen.dir.replaceAll('/', '-')}-build.log`)
  const building = await startProcess({
    name: screen.name,
    command: nodePath(),
    args: [join(ROOT, 'node_modules', 'vite', 'bin', 'vite.js'), 'build', '--logLevel', 'info'],
    cwd: join(ROOT, screen.dir),
    env: { NODE_ENV: 'production' },
    logFile,
    readyOf: line => (/built in/.test(line) ? {} : null),
    readyWithin: 180_000,
  })
  // The service worker is said to be built first: only the end tells of the whole.
  const { code, signal } = await building.exited
  if (code === 0) return
  const how = signal ?? `exit code ${code}`
  throw new FlowError('process_failed', `The build of the ${screen.name} ended with ${how}. Its log: ${logFile}`)
}

/** Builds what is stale; tells which. */
export async function buildScreens(logDir: string, tell: (what: string) => void, all = false): Promise<string[]> {
  const built: string[] = []
  for (const screen of SCREENS) {
    if (!all && !screenStale(screen)) continue
    tell(`building the ${screen.name}`)
    await buildScreen(screen, logDir)
    built.push(screen.name)
  }
  return built
}
