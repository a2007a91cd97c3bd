import { randomBytes } from 'node:crypto'
import { enableCompileCache } from 'node:module'

const { directory: compileCache } = enableCompileCache()

const NODE_MAJOR = '24'
const STOP_MS = 10_000

// better-sqlite3 is built for this major and ends the process with a segmentation fault on another.
if (process.versions.node.split('.')[0] !== NODE_MAJOR) {
  console.error(
    `The appliance runs on Node ${NODE_MAJOR}, and this is ${process.versions.node}. Run it by \`npm run\`.`,
  )
  process.exit(1)
}

const [
  { default: pino },
  { codeOf, FlowError },
  { readConfig, shareCompileCache },
  { startAppliance },
  { supervisor },
  { precompile },
] = await Promise.all([
  import('pino'),
  import('@flowviz/contract/error'),
  import('./config.ts'),
  import('./appliance.ts'),
  import('./notify.ts'),
  import('./precompile.ts'),
])

shareCompileCache(compileCache)
let logger = pino({ base: { process: 'appliance' } })

/** Ends the process with a line that a person can act on. */
function fail(error: unknown): never {
  if (error instanceof FlowError) logger.fatal({ code: error.code, hint: error.hint, ...error.extra }, error.message)
  else logger.fatal({ code: codeOf(error), err: error }, 'the appliance failed')
  process.exit(1)
}

try {
  const config = readConfig()
  logger = pino({ level: config.log_level, base: { process: 'appliance', site: config.site } })
  const systemd = supervisor(config.supervised)
  await precompile(import.meta.dirname)
  const appliance = await startAppliance({
    config,
    now: Date.now,
    monotonic: () => performance.now(),
    random: Math.random,
    randomBytes,
    logger,
    onFailure: fail,
  })

  let stopping = false
  const stop = (signal: string) => {
    if (stopping) return
    stopping = true
    logger.info({ signal }, 'stopping')
    systemd.stopping()
    setTimeout(() => fail(new Error(`not stopped within ${STOP_MS} ms`)), STOP_MS).unref()
    appliance.stop().then(() => {
      logger.info('stopped')
      process.exit(0)
    }, fail)
  }
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
  process.on('SIGHUP', () => {
    appliance.renewCertificate()
    appliance.reloadDevices().then(
      () => logger.info('the device file was read again'),
      error =>
        logger.error({ code: codeOf(error), err: error }, 'the device file is not used; the last good one stays'),
    )
  })
  const { http_port, rescue_port, mqtt_port } = appliance
  logger.info({ http_port, ...(rescue_port === null ? {} : { rescue_port }), mqtt_port }, 'ready')
  systemd.ready()
  systemd.watch(appliance.troubles)
} catch (error) {
  fail(error)
}
