import { type ChildProcess, execFile, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { onTestFinished } from 'vitest'
import { openPty } from '../simulator/pty-line.ts'
import { ownFolder } from './folder.ts'

// .ci/run installs these programs and sets CI: there their absence is a failure, not a reason to skip.
const inCi = process.env.CI !== undefined
const works = (command: string, ...args: string[]) => spawnSync(command, args, { stdio: 'ignore' }).status === 0

// A Python of one's own may stand before that of the system, which has the package.
const PYTHON = ['python3', '/usr/bin/python3'].find(python => works(python, '-c', 'import pymodbus, serial'))

/** True when mbpoll is here, or has to be. */
export const mbpollWanted = inCi || works('mbpoll', '-V')
/** True when pymodbus is here, or has to be. */
export const pymodbusWanted = inCi || PYTHON !== undefined
if (!mbpollWanted)
  console.warn('SKIPPED: mbpoll is not installed here; `apt-get install mbpoll` brings it, as .ci/run does')
if (!pymodbusWanted)
  console.warn('SKIPPED: pymodbus is not installed here; `apt-get install python3-pymodbus python3-serial` brings it')

const run = promisify(execFile)

/** What mbpoll reads once: the values by their address on the wire. @throws Error when it reads nothing */
export async function mbpoll(...args: string[]): Promise<Record<number, string>> {
  const { stdout } = await run('mbpoll', ['-1', '-0', '-q', '-o', '2', ...args])
  const lines = [...stdout.matchAll(/^\[(\d+)\]:\s+(\S+)/gm)]
  return Object.fromEntries(lines.map(([, address, value]) => [Number(address), value!]))
}

/** Starts a slave by pymodbus on a TCP port or a serial line; it ends with the test. */
export async function pymodbusSlave(
  kind: 'tcp' | 'rtu',
  where: string | number,
  words: readonly string[],
): Promise<void> {
  const script = join(import.meta.dirname, 'pymodbus-slave.py')
  const child: ChildProcess = spawn(PYTHON ?? 'python3', [script, kind, String(where), ...words], {
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const ended = once(child, 'exit')
  onTestFinished(async () => {
    child.kill('SIGKILL')
    await ended
  })
  await Promise.race([once(child.stdout!, 'data'), ended.then(() => Promise.reject(new Error('pymodbus ended')))])
}

/** A TCP port that nobody listens on. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  await new Promise(resolve => server.close(resolve))
  return port
}

/** Two serial lines that are the two ends of one cable. */
export async function cable(): Promise<[string, string]> {
  const folder = await ownFolder()
  const paths: [string, string] = [join(folder, 'one'), join(folder, 'two')]
  const [one, two] = await Promise.all(paths.map(path => openPty(path)))
  one!.onBytes(chunk => two!.write(chunk))
  two!.onBytes(chunk => one!.write(chunk))
  onTestFinished(async () => {
    await one!.destroy()
    await two!.destroy()
  })
  return paths
}
