import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { enableCompileCache } from 'node:module'
import type { AddressInfo } from 'node:net'
import { CODES, codeOf, FlowError } from '@flowviz/contract/error'
import { uuidMaker } from '@flowviz/contract/uuid'
import pino from 'pino'
import { assemble } from './assemble.ts'
import { type Config, environment, readConfig } from './config.ts'
import { openPool } from './store/database.ts'
import { migrate } from './store/migrate.ts'
import { rebuild } from './store/rebuild.ts'

enableCompileCache()

const NODE_MAJOR = 24
const now = () => Date.now()

function checkNode(): void {
  const major = Number(process.versions.node.split('.')[0])
  if (major < NODE_MAJOR)
    throw new FlowError('runtime_missing', `Headquarters runs on Node ${NODE_MAJOR}; this is ${process.version}.`)
}

async function start(config: Config, logger: pino.Logger): Promise<() => Promise<void>> {
  const { version } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8')) as { version: string }
  const { app, close } = await assemble({
    ...config,
    version,
    logger,
    now,
    newId: uuidMaker(now, count => randomBytes(count)),
    newSecret: () => randomBytes(24).toString('base64url'),
  })
  try {
    await app.listen({ ...config.http })
  } catch (cause) {
    await close()
    if ((cause as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw cause
    throw new FlowError('port_taken', `Port ${config.http.port} on ${config.http.host} is taken.`, { cause })
  }
  logger.info({ http_port: (app.server.address() as AddressInfo).port, version }, 'ready')
  return close
}

/** `main.ts rebuild <site>`: makes the projections of a site again, for instance after an update that knows more. */
async function replay(config: Config, site: string, logger: pino.Logger): Promise<void> {
  const pool = openPool(config.databaseUrl, error => logger.warn({ err: error }, 'the database broke the connection'))
  try {
    await migrate(pool)
    logger.info({ site, rows: await rebuild(pool, site) }, 'rebuilt')
  } finally {
    await pool.end()
  }
}

/** Ends with exit code 0 after what is under way; a second signal, or 10 s, ends it at once. */
function stopOn(signal: NodeJS.Signals, close: () => Promise<void>, logger: pino.Logger): void {
  process.once(signal, () => {
    logger.info({ signal }, 'stopping')
    setTimeout(() => process.exit(1), 10_000).unref()
    process.once(signal, () => process.exit(1))
    close().then(
      () => process.exit(0),
      error => {
        logger.error({ err: error }, 'did not stop cleanly')
        process.exit(1)
      },
    )
  })
}

const logger = pino({ level: environment().FLOWVIZ_LOG_LEVEL || 'info' })
try {
  checkNode()
  const config = readConfig(environment())
  const [verb, site] = process.argv.slice(2)
  if (verb === 'rebuild' && site !== undefined) await replay(config, site, logger)
  else {
    const close = await start(config, logger)
    stopOn('SIGTERM', close, logger)
    stopOn('SIGINT', close, logger)
  }
} catch (error) {
  const code = codeOf(error)
  logger.fatal({ err: error, code, hint: error instanceof FlowError ? error.hint : CODES[code].hint }, 'did not start')
  process.exitCode = 1
}
