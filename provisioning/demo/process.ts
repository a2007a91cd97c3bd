import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createWriteStream, mkdirSync, type WriteStream } from 'node:fs'
import { dirname } from 'node:path'
import { createInterface } from 'node:readline'
import { FlowError } from '@flowviz/contract/error'
import { inheritedEnvironment } from '../config.ts'

/** What a ready line carries, such as the ports that were bound. */
export type ReadyFields = Record<string, unknown>

export interface ProcessPlan {
  name: string
  command: string
  args: string[]
  /** Settings of this process, added to those of the machine. */
  env?: Record<string, string>
  cwd?: string
  /** Runs as this user; only root may ask. */
  identity?: { uid: number; gid: number } | undefined
  /** Both outputs are appended here. */
  logFile: string
  /** The fields when the line says that the process serves; null otherwise. Left out: the line with `"msg":"ready"`. */
  readyOf?: (line: string) => ReadyFields | null
  /** Longest wait for that line, ms. */
  readyWithin?: number
  stopSignal?: NodeJS.Signals
  onLine?: (line: string) => void
}

export interface Exit {
  code: number | null
  signal: NodeJS.Signals | null
}

export interface Started {
  pid: number
  ready: ReadyFields
  /** Resolves once, however it ended. */
  exited: Promise<Exit>
  /** Asks it to end and waits; after ten seconds it is killed. Twice is once. */
  stop(): Promise<Exit>
  /** SIGKILL, as a power cut would. */
  kill(): Promise<Exit>
}

const READY_WITHIN = 60_000
const STOP_WITHIN = 10_000
const TAIL_LINES = 15

/** The fields of a pino line whose message is "ready"; null for every other line. */
export function readyLine(line: string): ReadyFields | null {
  if (!line.includes('"ready"')) return null
  try {
    const fields: unknown = JSON.parse(line)
    if (typeof fields !== 'object' || fields === null) return null
    return (fields as ReadyFields).msg === 'ready' ? (fields as ReadyFields) : null
  } catch {
    return null
  }
}

/**
 * Starts one process and waits until it says that it is ready. It leads its own group, so that a Ctrl-C in the
 * terminal reaches us alone and the order of stopping stays ours.
 * @throws FlowError process_failed when it ends first or stays silent; the message carries its last lines.
 */
export async function startProcess(plan: ProcessPlan): Promise<Started> {
  mkdirSync(dirname(plan.logFile), { recursive: true })
  const log = createWriteStream(plan.logFile, { flags: 'a', mode: 0o600 })
  // Opened before anything runs: a folder that goes later must not fail in the middle of something else.
  await once(log, 'open')
  const child = spawn(plan.command, plan.args, {
    cwd: plan.cwd,
    env: { ...inheritedEnvironment(), ...plan.env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
    ...plan.identity,
  })
  const exited = exitOf(child)
  exited.then(
    () => log.end(),
    () => log.end(),
  )
  const stop = async (signal: NodeJS.Signals) => {
    if (child.exitCode === null && child.signalCode === null) child.kill(signal)
    const timer = setTimeout(() => child.kill('SIGKILL'), STOP_WITHIN)
    return exited.finally(() => clearTimeout(timer))
  }
  const ready = await untilReady(plan, child, { log, exited }).catch(async error => {
    await stop('SIGKILL').catch(() => null)
    throw error
  })
  return {
    pid: child.pid!,
    ready,
    exited,
    stop: () => stop(plan.stopSignal ?? 'SIGTERM'),
    kill: () => stop('SIGKILL'),
  }
}

function exitOf(child: ChildProcess): Promise<Exit> {
  return new Promise((resolve, reject) => {
    // 'close' rather than 'exit': the pipes are drained, so the log holds the last words.
    child.once('close', (code, signal) => resolve({ code, signal }))
    child.once('error', cause =>
      reject(new FlowError('process_failed', `It did not start: ${cause.message}`, { cause })),
    )
  })
}

interface Ears {
  log: WriteStream
  exited: Promise<Exit>
}

function untilReady(plan: ProcessPlan, child: ChildProcess, { log, exited }: Ears): Promise<ReadyFields> {
  const tail: string[] = []
  const readyOf = plan.readyOf ?? readyLine
  const failed = (what: string) =>
    new FlowError('process_failed', `${plan.name} ${what}. Its log: ${plan.logFile}\n${tail.join('\n')}`)
  return new Promise<ReadyFields>((resolve, reject) => {
    const hear = (line: string) => {
      log.write(`${line}\n`)
      if (tail.push(line) > TAIL_LINES) tail.shift()
      plan.onLine?.(line)
      const fields = readyOf(line)
      if (fields !== null) resolve(fields)
    }
    createInterface({ input: child.stdout! }).on('line', hear)
    createInterface({ input: child.stderr! }).on('line', hear)
    const within = plan.readyWithin ?? READY_WITHIN
    const timer = setTimeout(() => reject(failed(`was not ready within ${within / 1000} s`)), within)
    exited
      .then(
        ({ code, signal }) => reject(failed(`ended (${signal ?? `exit code ${code}`}) before it was ready`)),
        reject,
      )
      .finally(() => clearTimeout(timer))
  })
}
