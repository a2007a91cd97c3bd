import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connectAsync } from 'mqtt'
import { onTestFinished } from 'vitest'

// Debian keeps servers where a plain user does not look.
const PATH = `${process.env.PATH ?? ''}:/usr/sbin`
const env = { ...process.env, PATH }

const absent = spawnSync('mosquitto', ['-h'], { env }).error !== undefined && process.env.CI === undefined
if (absent)
  console.warn('SKIPPED: mosquitto and mosquitto-clients are not installed (apt-get install them); CI has them.')

/** False where there is no Mosquitto; in CI it is true all the same, so that its absence fails. */
export const mosquittoWanted = !absent

export interface Mosquitto {
  url: string
  port: number
  /** Kills the broker (SIGKILL) and waits for its end. */
  kill(): Promise<void>
  /** Starts it again with what it had written to its disk. */
  start(): Promise<void>
}

/** A real Mosquitto on a port of its own that keeps sessions and messages on disk at once; gone when the test ends. */
export async function startMosquitto(): Promise<Mosquitto> {
  const folder = mkdtempSync(join(tmpdir(), 'mosquitto-'))
  const port = await freePort()
  const file = join(folder, 'mosquitto.conf')
  // Without a user it would give up its rights to its own folder when it is started as root.
  const user = process.getuid?.() === 0 ? 'user root\n' : ''
  writeFileSync(
    file,
    `listener ${port} 127.0.0.1\nallow_anonymous true\npersistence true\npersistence_location ${folder}/\nautosave_on_changes true\nautosave_interval 1\n${user}`,
  )
  let child: ChildProcess | null = null
  const url = `mqtt://127.0.0.1:${port}`
  const start = async () => {
    child = spawn('mosquitto', ['-c', file], { stdio: 'ignore', env })
    for (let left = 100; ; left -= 1) {
      const client = await connectAsync(url, { reconnectPeriod: 0, connectTimeout: 500 }, false).catch(() => null)
      if (client !== null) return client.endAsync(true)
      if (left === 0) throw new Error('mosquitto does not start')
      await new Promise(resolve => setTimeout(resolve, 50))
    }
  }
  const kill = async () => {
    const dying = child
    child = null
    if (dying === null || dying.exitCode !== null) return
    const gone = new Promise(resolve => dying.once('exit', resolve))
    dying.kill('SIGKILL')
    await gone
  }
  onTestFinished(async () => {
    await kill()
    rmSync(folder, { recursive: true, force: true })
  })
  await start()
  return { url, port, kill, start }
}

/** Runs a program of mosquitto-clients to its end; gives what it printed. */
export async function runClient(
  program: 'mosquitto_pub' | 'mosquitto_sub',
  args: readonly string[],
): Promise<{ code: number | null; out: string; err: string }> {
  const child = spawn(program, [...args], { env })
  let [out, err] = ['', '']
  child.stdout.on('data', chunk => {
    out += String(chunk)
  })
  child.stderr.on('data', chunk => {
    err += String(chunk)
  })
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', resolve)
  })
  return { code, out, err }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number }
      server.close(() => resolve(port))
    })
  })
}
