import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import type { Session } from '@flowviz/contract/identity'
import { onTestFinished } from 'vitest'
import { PIN, type TestPlant } from './plant.ts'

const MAIN = new URL('../main.ts', import.meta.url).pathname

/** The appliance as a process of its own, until it is killed. */
export interface KillablePlant extends Pick<TestPlant, 'post'> {
  /** Like a power cut: nothing is closed, nothing is said. Resolves when the process is gone. */
  kill(): Promise<void>
}

/** Starts the appliance on the files of a plant; resolves when it serves. */
export async function startProcess(files: Record<string, string>): Promise<KillablePlant> {
  const env = { PATH: process.env.PATH, ...files, FLOWVIZ_LOG_LEVEL: 'info' }
  const child: ChildProcess = spawn(process.execPath, [MAIN], { env, stdio: ['ignore', 'pipe', 'inherit'] })
  onTestFinished(() => void child.kill('SIGKILL'))
  const gone = once(child, 'exit')
  const port = await new Promise<number>(resolve => {
    createInterface({ input: child.stdout! }).on('line', text => {
      const line = JSON.parse(text) as { msg: string; http_port?: number }
      if (line.msg === 'ready') resolve(line.http_port!)
    })
  })
  const send = (path: string, body: unknown, headers: Record<string, string>) =>
    fetch(`http://127.0.0.1:${port}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    })
  return {
    async post(role, path, { body, headers = {} }) {
      if (role === null) return send(path, body, headers)
      const login = await send('/api/v1/login', { name: role.toLowerCase(), secret: PIN }, {})
      const { access_token } = (await login.json()) as Session
      return send(path, body, { ...headers, authorization: `Bearer ${access_token}` })
    },
    async kill() {
      child.kill('SIGKILL')
      await gone
    },
  }
}
