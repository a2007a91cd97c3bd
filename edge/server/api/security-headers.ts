import type { FastifyInstance } from 'fastify'

const POLICY = [
  "default-src 'self'",
  // The camera's reader of barcodes is WebAssembly.
  "script-src 'self' 'wasm-unsafe-eval'",
  "worker-src 'self'",
  "connect-src 'self'",
  // Photos that wait to be sent, and what the camera sees.
  "img-src 'self' data: blob:",
  "media-src 'self' blob:",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "object-src 'none'",
].join('; ')

const HEADERS = {
  // What a tablet knows its appliance by: a captive portal answers everything, but not with this.
  'x-flowviz': 'edge',
  'content-security-policy': POLICY,
  'permissions-policy': 'camera=(self), microphone=(), geolocation=(), payment=(), usb=(), serial=()',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
}

/**
 * A month: a name that once had its certificate is never asked in the clear, and a box that is set up anew without one
 * is reachable again by its name before anybody forgets why not.
 */
const ONLY_SECURE = 'max-age=2592000'

/** What every answer says to a browser; what the API answers is never kept by a cache. */
export function securityHeaders(app: FastifyInstance, { secure }: { secure: boolean }): void {
  const headers = secure ? { ...HEADERS, 'strict-transport-security': ONLY_SECURE } : HEADERS
  app.addHook('onRequest', (request, reply, done) => {
    reply.headers(headers)
    if (request.url.startsWith('/api/')) reply.header('cache-control', 'no-store')
    done()
  })
}
