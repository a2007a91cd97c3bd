import type { Socket } from 'node:net'
import { refusedRequest } from '@flowviz/contract/refused-request'

/**
 * How long the server waits for a request, ms, and what it answers to one that is late or is none. The headers get half
 * of the time: where they may take longer than the whole, Node exchanges the two and waits its own 60 s.
 */
export function patience(request_ms: number) {
  return {
    requestTimeout: request_ms,
    // Node looks for late requests this often; by itself only every 30 s.
    http: { headersTimeout: request_ms / 2, connectionsCheckingInterval: request_ms / 6 },
    clientErrorHandler(error: { code?: string }, socket: Socket): void {
      if (socket.writable) socket.end(refusedRequest(error.code))
    },
  }
}
