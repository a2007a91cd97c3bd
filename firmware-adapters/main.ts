import { randomBytes } from 'node:crypto'
import { enableCompileCache } from 'node:module'
import { codeOf } from '@flowviz/contract/error'
import { pino } from 'pino'
import { readGatewayConfig } from './config.ts'
import { Configuration } from './gateway/configuration.ts'
import { startGateway } from './gateway/gateway.ts'
import { createMetrics, serveMetrics } from './gateway/metrics.ts'

enableCompileCache()

/** A serial line that does not close must not keep the process: systemd would have to kill it. */
const STOP_MS = 4_500

async function main(): Promise<void> {
  const config = readGatewayConfig()
  const log = pino({ level: config.log_level, base: { process: 'gateway' } })
  const gateway = startGateway({
    broker_url: config.broker_url,
    identity: config.identity,
    secret: config.secret,
    boot_id: randomBytes(8).toString('hex'),
    now: () => Date.now(),
    monotonic: () => performance.now(),
    random: () => Math.random(),
    log,
  })
  const configuration = new Configuration({
    file: config.devices_file,
    last_good_file: config.last_good_file,
    apply: plant => gateway.apply(plant),
    log,
  })
  await configuration.start()
  const registry = createMetrics(gateway)
  const metrics = config.metrics_port === null ? null : await serveMetrics(registry, config.metrics_port)

  process.on('SIGHUP', () => {
    configuration.reload().then(
      changes => log.info({ devices: gateway.supervisor.ids, ...changes }, 'configuration applied'),
      (error: unknown) => log.error({ code: codeOf(error), err: error }, 'configuration refused; the last one stays'),
    )
  })
  const stop = () => {
    setTimeout(() => process.exit(0), STOP_MS).unref()
    metrics?.server.close()
    gateway.stop().then(
      () => process.exit(0),
      (error: unknown) => {
        log.error({ err: error }, 'stopping failed')
        process.exit(0)
      },
    )
  }
  process.once('SIGTERM', stop)
  process.once('SIGINT', stop)
  log.info({ devices: gateway.supervisor.ids, metrics_port: metrics?.port ?? null }, 'ready')
}

main().catch((error: unknown) => {
  pino({ base: { process: 'gateway' } }).fatal({ code: codeOf(error), err: error }, 'cannot start')
  process.exit(1)
})
