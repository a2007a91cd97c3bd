import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import type { Tally } from './tally.ts'

export interface Step {
  name: string
  command: string[]
  /** Which of the lines are shown as they come; null hides one. Left out: all. */
  show?: () => (line: string) => string | null
  tally(output: string, exitCode: number): Tally
}

export interface StepResult {
  name: string
  tally: Tally
  seconds: number
}

/** Runs one step, shows its lines as they come, and counts. A command that cannot start is a failure of the step. */
export async function runStep(step: Step, options: { cwd: string; env: NodeJS.ProcessEnv }): Promise<StepResult> {
  const started = performance.now()
  console.log(`\n== ${step.name}: ${step.command.join(' ')}`)
  const [program, ...args] = step.command
  const child = spawn(program!, args, { ...options, stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = new Promise<number>(resolve => {
    child.once('error', error => {
      console.error(error.message)
      resolve(1)
    })
    child.once('close', code => resolve(code ?? 1))
  })
  const show = step.show?.() ?? ((line: string) => line)
  const lines: string[] = []
  for await (const line of createInterface({ input: child.stdout })) {
    lines.push(line)
    const shown = show(line)
    if (shown !== null) console.log(shown)
  }
  const tally = step.tally(lines.join('\n'), await ended)
  return { name: step.name, tally, seconds: (performance.now() - started) / 1_000 }
}
