import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { FlowError } from '@flowviz/contract/error'
import { inheritedEnvironment, ROOT } from './config.ts'
import { nodePath } from './node.ts'
import { EXIT } from './output.ts'

/** Flags as commander gives them, back in the form in which they are typed. */
export function argumentsOf(given: Record<string, string | boolean>): string[] {
  return Object.entries(given).flatMap(([name, value]) => {
    const flag = `--${name.replaceAll(/[A-Z]/g, letter => `-${letter.toLowerCase()}`)}`
    return value === true ? [flag] : [flag, String(value)]
  })
}

/** Runs the appliance's maintenance program with our own terminal. @returns 0 when it says ok, else 2 */
export function maintain(args: string[]): Promise<number> {
  return new Promise((resolve, reject) => {
    const entry = join(ROOT, 'edge', 'server', 'maintain', 'main.ts')
    const child = spawn(nodePath(), [entry, ...args], { stdio: 'inherit', env: inheritedEnvironment() })
    child.once('error', cause => reject(new FlowError('process_failed', `${entry} did not start.`, { cause })))
    child.once('exit', code => resolve(code === 0 ? EXIT.ok : EXIT.failed))
  })
}
