import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { FlowError } from '@flowviz/contract/error'
import { inheritedEnvironment, ROOT } from './config.ts'
import { nodePath } from './node.ts'
import { EXIT } from './output.ts'

/** Looks at devices: the drivers and the ports live in a room of their own. @returns its exit code: 0, 1 or 2 */
export const instrument = (args: string[]): Promise<number> => run('instrument', args)

/** Pretends a device until it is stopped. @returns 0, or 2 when it did not start */
export const simulate = (args: string[]): Promise<number> => run('simulator', args)

/** Runs a program of firmware-adapters with our own terminal. A Ctrl-C reaches it as well, and we wait for its end. */
function run(room: string, args: string[]): Promise<number> {
  return new Promise((resolve, reject) => {
    const entry = join(ROOT, 'firmware-adapters', room, 'main.ts')
    const child = spawn(nodePath(), [entry, ...args], { stdio: 'inherit', env: inheritedEnvironment() })
    const wait = () => undefined
    const stop = () => void child.kill('SIGTERM')
    process.on('SIGINT', wait)
    process.on('SIGTERM', stop)
    child.once('error', cause => reject(new FlowError('process_failed', `${entry} did not start.`, { cause })))
    child.once('exit', code => {
      process.off('SIGINT', wait)
      process.off('SIGTERM', stop)
      resolve(code === EXIT.ok || code === EXIT.warned ? code : EXIT.failed)
    })
  })
}
