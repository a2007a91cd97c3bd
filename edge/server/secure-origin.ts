import type { Http2SecureServer } from 'node:http2'
import { FlowError } from '@flowviz/contract/error'
import type { FastifyInstance } from 'fastify'
import type { Logger } from 'pino'
import type { Registry } from 'prom-client'
import { buildRescue } from './app.ts'
import type { Config } from './config.ts'
import type { Warning } from './readiness.ts'
import type { Certificate } from './tls/certificate.ts'
import { addCertificateGauge } from './tls/gauge.ts'
import { keepCertificate } from './tls/keeper.ts'

/** The ports by which tablets come. */
export interface FloorPorts {
  http_port: number
  /** Port of the page that explains the secure address; null: there is none. */
  rescue_port: number | null
}

/** The address of the floor, its certificate if it has one, and the plain port beside it. */
export interface SecureOrigin {
  warnings(): Warning[]
  /** Takes a new certificate from the files. False: it is not usable and the last good one stays. Without TLS: true. */
  renew(): boolean
  /** @throws FlowError port_taken */
  listen(app: FastifyInstance): Promise<FloorPorts>
  stop(): Promise<void>
}

/** Keeps the certificate from now on; serves when `listen` resolves. */
export function secureOrigin(parts: {
  config: Readonly<Config>
  now: () => number
  logger: Logger
  registry: Registry
}): SecureOrigin {
  const { http, tls, site_name, public_name } = parts.config
  if (tls === null)
    return {
      warnings: () => [],
      renew: () => true,
      listen: async app => ({ http_port: await listenHttp(app, http), rescue_port: null }),
      stop: async () => undefined,
    }
  let floor: FastifyInstance | null = null
  const keeper = keepCertificate({
    ...parts,
    ...tls,
    serve: next => {
      if (floor !== null) serveCertificate(floor, next)
    },
  })
  addCertificateGauge(parts.registry, keeper.current)
  const { authority, rescue_port: port } = tls
  const { logger } = parts
  let https_port = http.port
  const rescue =
    port === null ? null : buildRescue({ site_name, public_name, authority, logger, https_port: () => https_port })
  return {
    warnings: keeper.warnings,
    renew: keeper.renew,
    async listen(app) {
      floor = app
      https_port = await listenHttp(app, http)
      // A new one that came since the settings were read.
      serveCertificate(app, keeper.current())
      const rescue_port = rescue && (await listenHttp(rescue, { host: http.host, port: port! }))
      return { http_port: https_port, rescue_port }
    },
    async stop() {
      keeper.stop()
      await rescue?.close()
    },
  }
}

/** Serves another certificate from the next connection on. */
function serveCertificate({ server }: FastifyInstance, { cert, key }: Certificate): void {
  ;(server as unknown as Http2SecureServer).setSecureContext({ cert, key, minVersion: 'TLSv1.2' })
}

async function listenHttp(app: FastifyInstance, { host, port }: { host: string; port: number }): Promise<number> {
  try {
    await app.listen({ host, port })
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw cause
    throw new FlowError('port_taken', `Port ${port} on ${host} is in use by another program.`, { cause })
  }
  return (app.server.address() as { port: number }).port
}
