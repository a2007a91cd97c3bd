import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

const SOURCE = resolve(import.meta.dirname, 'gate.c')
const FOUND_WITHIN_MS = 20_000

/** A gate in front of the disk: while it is shut for a file, no fsync of that file returns, so nothing in it commits. */
export interface Gate {
  /** What a process needs in its environment to stand at this gate. */
  env: Record<string, string>
  shut(file: string): void
  open(file: string): void
  /** Resolves when a process stands at the gate of this file, rejects after 20 s. */
  reached(file: string): Promise<void>
}

/** True when this machine has a C compiler; without one the gate cannot be built. */
export function compilerThere(): boolean {
  try {
    execFileSync('cc', ['--version'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

/** Builds the gate in `dir`. Needs `cc`; Linux only. */
export function makeGate(dir: string): Gate {
  mkdirSync(dir, { recursive: true })
  const library = join(dir, 'gate.so')
  execFileSync('cc', ['-shared', '-fPIC', '-O2', '-o', library, SOURCE, '-ldl'])
  const standing = (file: string) => join(dir, file)
  const waiting = (file: string) => join(dir, `${file}.waiting`)
  return {
    env: { LD_PRELOAD: library, FLOWVIZ_GATE_DIR: dir },
    shut(file) {
      rmSync(waiting(file), { force: true })
      writeFileSync(standing(file), '')
    },
    open(file) {
      rmSync(standing(file), { force: true })
      rmSync(waiting(file), { force: true })
    },
    async reached(file) {
      const end = performance.now() + FOUND_WITHIN_MS
      while (!existsSync(waiting(file))) {
        if (performance.now() > end) throw new Error(`nobody came to the gate of ${file}`)
        await pause(2)
      }
    },
  }
}
