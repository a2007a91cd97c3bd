import { hash, type X509Certificate } from 'node:crypto'
import { FlowError } from '@flowviz/contract/error'
import { lastCall } from '@flowviz/contract/last-call'
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest, LogController } from 'fastify'
import type { Logger } from 'pino'
import { rescuePage } from '../rescue/page.ts'
import { STYLE } from '../rescue/style.ts'
import { languageOf } from '../rescue/word.ts'
import { errorHandler, refuse } from './error-handler.ts'
import { patience } from './patience.ts'

/** A name or an IPv4 address, as a link may carry it. */
const HOST = /^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$/i

const HEADERS = {
  'content-security-policy': `default-src 'none'; style-src 'sha256-${hash('sha256', STYLE, 'base64')}'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
  'permissions-policy': 'camera=(), microphone=(), geolocation=()',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
}

/** What the plain port knows. */
export interface RescueParts {
  site_name: string
  /** The one name of the secure address; null: the name that the tablet asked for. */
  public_name: string | null
  /** Port of the secure address. */
  https_port: () => number
  /** The site's authority, handed out to tablets; null: not set up. */
  authority: X509Certificate | null
  logger: Logger
}

/**
 * The plain port of a box that has a certificate: a page that explains the way to the secure address, and the
 * authority's certificate at `/ca` (DER) and `/ca.pem`. It reads no body and knows no API, so that no PIN and no token
 * is ever answered in the clear.
 */
export function buildRescue(parts: RescueParts): FastifyInstance {
  const { authority } = parts
  const app = Fastify({
    loggerInstance: parts.logger,
    logController: new LogController({ disableRequestLogging: true }),
    exposeHeadRoutes: false,
    ...patience(12_000),
    forceCloseConnections: 'idle',
    frameworkErrors: (error, request, reply) => void refuse(error, request as FastifyRequest, reply as FastifyReply),
  }) as unknown as FastifyInstance
  lastCall(app)
  errorHandler(app)
  app.addHook('onRequest', async (request, reply) => {
    reply.headers(HEADERS)
    const path = request.url.split('?')[0] ?? ''
    const reads = request.method === 'GET' || request.method === 'HEAD'
    if (reads && !/^\/api(\/|$)/.test(path)) return
    reply.header('upgrade', 'TLS/1.2, HTTP/2').header('connection', 'close, upgrade')
    throw new FlowError('tls_required', `Ask ${urlOf(request, parts)} instead.`)
  })
  app.setNotFoundHandler(async (request, reply) => {
    const path = request.url.split('?')[0]
    if (authority !== null && path === '/ca')
      return reply
        .type('application/x-x509-ca-cert')
        .header('content-disposition', 'attachment; filename="flowviz-site-ca.crt"')
        .send(authority.raw)
    if (authority !== null && path === '/ca.pem')
      return reply.type('application/x-pem-file').serializer(String).send(authority.toString())
    const asked = new URLSearchParams(request.url.split('?')[1] ?? '').get('lang')
    const page = rescuePage({
      language: languageOf(asked, request.headers['accept-language']),
      site_name: parts.site_name,
      https_url: urlOf(request, parts),
      fingerprint: authority?.fingerprint256 ?? null,
    })
    return reply.type('text/html; charset=utf-8').header('vary', 'accept-language').serializer(String).send(page)
  })
  return app
}

/** The secure address by the box's own name, else by the one that the tablet came by: a link leads nowhere else. */
function urlOf(request: FastifyRequest, { public_name, https_port }: RescueParts): string {
  const asked = request.hostname
  const name = public_name ?? (HOST.test(asked) ? asked : 'localhost')
  const port = https_port()
  return `https://${name}${port === 443 ? '' : `:${port}`}`
}
