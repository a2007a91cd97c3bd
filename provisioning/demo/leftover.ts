import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { writePrivate } from './keys.ts'

/** A process by its number and the moment it started (clock ticks since boot): numbers are used again, moments not. */
export interface ProcessMark {
  pid: number
  started: string
}

interface RunFile {
  parent: ProcessMark
  children: ProcessMark[]
}

/** The mark of a live process; null when there is none with this number. Where /proc is absent the moment is empty. */
export function markOf(pid: number): ProcessMark | null {
  try {
    process.kill(pid, 0)
  } catch {
    return null
  }
  const stat = `/proc/${pid}/stat`
  if (!existsSync(stat)) return { pid, started: '' }
  // The name in brackets may hold blanks: the fields are counted behind it (proc(5): starttime is field 22).
  const fields = readFileSync(stat, 'utf8').split(') ').pop()!.split(' ')
  return fields[0] === 'Z' ? null : { pid, started: fields[19] ?? '' }
}

const alive = (mark: ProcessMark) => markOf(mark.pid)?.started === mark.started

const runFile = (dir: string) => join(dir, 'run.json')

function readRun(dir: string): RunFile | null {
  if (!existsSync(runFile(dir))) return null
  return JSON.parse(readFileSync(runFile(dir), 'utf8')) as RunFile
}

/** The number of the process that runs the demo in this folder; null when none does. */
export function runningDemo(dir: string): number | null {
  const run = readRun(dir)
  return run !== null && alive(run.parent) ? run.parent.pid : null
}

/** Notes who runs the demo and which processes are its own. */
export function noteRun(dir: string, pids: number[]): void {
  const children = pids.map(markOf).filter(mark => mark !== null)
  writePrivate(runFile(dir), `${JSON.stringify({ parent: markOf(process.pid), children })}\n`)
}

/** The demo has ended and left nothing. */
export function forgetRun(dir: string): void {
  rmSync(runFile(dir), { force: true })
}

/**
 * Ends what an earlier demo left when it was itself killed: exactly the processes that it noted as its own.
 * @returns how many there were.
 */
export async function endLeftovers(dir: string): Promise<number> {
  const left = (readRun(dir)?.children ?? []).filter(alive)
  for (const { pid } of left) process.kill(pid, 'SIGTERM')
  for (let waited = 0; waited < 5_000 && left.some(alive); waited += 100) await wait(100)
  for (const mark of left.filter(alive)) process.kill(mark.pid, 'SIGKILL')
  while (left.some(alive)) await wait(50)
  forgetRun(dir)
  return left.length
}
