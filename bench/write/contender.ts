import { join } from 'node:path'
import { type Started, startProcess } from '../../provisioning/demo/process.ts'
import { nodePath } from '../../provisioning/node.ts'
import type { Disk } from '../disk/slow-disk.ts'
import { signIn, writeBenchPlant } from './plant.ts'

/** A server that takes part, on one disk. */
export interface Running {
  name: string
  disk: string
  /** Its doors; one that it does not have is left out. */
  ports: { lots?: number; readings?: number }
  token: string
  secret: string
  stop(): Promise<unknown>
}

interface Contender {
  name: string
  doors: ('lots' | 'readings')[]
  script: string
  args?: string[]
}

/** FlowViz as it ships, and what it is compared with. */
const CONTENDERS: Contender[] = [
  { name: 'flowviz', doors: ['lots', 'readings'], script: 'edge/server/main.ts' },
  // The same route and the same broker, with writers that answer at once and keep nothing.
  { name: 'no-commit', doors: ['lots', 'readings'], script: 'bench/server/without-commit.ts' },
  // The same ledger operation in a transaction for each request, on the main thread, behind Express 5.
  { name: 'express', doors: ['lots'], script: 'bench/server/express.ts' },
  // The broker library by itself, acknowledging at once: the most that any code behind it can reach.
  { name: 'aedes', doors: ['readings'], script: 'bench/server/aedes.ts', args: ['plain'] },
  // The same telemetry row in a transaction for each message, on the main thread.
  { name: 'aedes-each', doors: ['readings'], script: 'bench/server/aedes.ts', args: ['each'] },
]

/** Starts every contender on a disk, each with a folder of its own; `started` is told of each, to stop it again. */
export async function startContenders(folder: string, disk: Disk, started: (running: Running) => void): Promise<void> {
  for (const contender of CONTENDERS) {
    const dir = join(folder, disk.name.replace(/\W+/g, '-'), contender.name)
    const files = writeBenchPlant(dir)
    const child = await start(contender, { dir, env: { ...files.env, ...disk.env } })
    const ports = portsOf(contender, child.ready)
    const running = { name: contender.name, disk: disk.name, ports, token: '', secret: files.secret, stop: child.stop }
    started(running)
    if (ports.lots !== undefined) running.token = await signIn(ports.lots, child.ready)
  }
}

function start({ name, script, args = [] }: Contender, { dir, env }: { dir: string; env: Record<string, string> }) {
  const root = join(import.meta.dirname, '..', '..')
  return startProcess({
    name,
    command: nodePath(),
    args: [join(root, script), ...args, dir],
    env,
    cwd: root,
    logFile: join(dir, `${name}.log`),
  })
}

function portsOf({ name, doors }: Contender, ready: Started['ready']): Running['ports'] {
  const port = (field: string) => {
    const value = ready[field]
    if (typeof value !== 'number') throw new Error(`${name} did not say its ${field}`)
    return value
  }
  return {
    ...(doors.includes('lots') ? { lots: port('http_port') } : {}),
    ...(doors.includes('readings') ? { readings: port('mqtt_port') } : {}),
  }
}
