import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { openPty } from '../simulator/pty-line.ts'
import { ownFolder } from './folder.ts'

/** A pseudo-terminal with nothing behind it, and what is written to it; gone when the test ends. */
export async function bareLine() {
  const pty = await openPty(join(await ownFolder(), 'line'))
  onTestFinished(() => pty.destroy())
  const written: number[] = []
  pty.onBytes(chunk => written.push(...chunk))
  return { pty, written }
}
