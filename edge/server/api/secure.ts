import type { Http2SecureServer, Http2ServerResponse } from 'node:http2'
import type { Socket } from 'node:net'
import { FlowError } from '@flowviz/contract/error'
import type { FastifyHttp2SecureOptions, FastifyInstance } from 'fastify'
import type { Certificate } from '../tls/certificate.ts'
import { patience } from './patience.ts'

/** How long a client may take to agree on keys, ms. */
const HANDSHAKE_MS = 15_000
/** A screen has one stream and a handful of requests open; a list of lots has its photos. */
const STREAMS_MAX = 128

/**
 * Options of a listener for HTTP/2 over TLS, with HTTP/1.1 for who speaks nothing newer. A browser has six HTTP/1.1
 * connections to a server and no more: six open screens would keep every further request waiting.
 */
export function secure(
  { cert, key }: Pick<Certificate, 'cert' | 'key'>,
  request_ms: number,
): ReturnType<typeof patience> {
  const { requestTimeout, http, clientErrorHandler } = patience(request_ms)
  const options: FastifyHttp2SecureOptions<Http2SecureServer> = {
    requestTimeout,
    clientErrorHandler,
    http2: true,
    https: {
      ...http,
      allowHTTP1: true,
      cert,
      key,
      minVersion: 'TLSv1.2',
      handshakeTimeout: HANDSHAKE_MS,
      settings: { maxConcurrentStreams: STREAMS_MAX },
    },
  }
  // To Fastify's types a server speaks the one or the other; this one speaks both.
  return options as unknown as ReturnType<typeof patience>
}

/**
 * Gives Node's HTTP/2 server what its HTTP/1.1 server has by itself: an end of all connections, those that agree on
 * keys still included, and the time that a request may take. Before `lastCall`, which ends the connections.
 */
export function secured(app: FastifyInstance, request_ms: number): void {
  const { requestTimeout, http } = patience(request_ms)
  const open = new Set<Socket>()
  app.server.on('connection', (socket: Socket) => {
    open.add(socket)
    socket.once('close', () => open.delete(socket))
  })
  // The constructor of Node's HTTP/2 server sets both times by itself, whatever its options say.
  Object.assign(app.server, {
    requestTimeout,
    headersTimeout: http.headersTimeout,
    closeAllConnections() {
      for (const socket of open) socket.destroy()
    },
  })
  timeBodies(app, request_ms)
}

/** The times of Node's server are those of HTTP/1.1: a body that trickles in by HTTP/2 would be waited for for ever. */
function timeBodies(app: FastifyInstance, request_ms: number): void {
  app.addHook('onRequest', (request, reply, done) => {
    done()
    if (request.raw.httpVersionMajor < 2) return
    const { stream } = reply.raw as unknown as Http2ServerResponse
    if (stream.endAfterHeaders) return
    const late = setTimeout(() => {
      if (reply.raw.headersSent) return stream.close()
      stream.once('finish', () => stream.close())
      reply.send(new FlowError('request_timed_out'))
    }, request_ms)
    for (const event of ['end', 'close']) request.raw.once(event, () => clearTimeout(late))
  })
}
