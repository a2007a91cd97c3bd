/** How long an answer that is under way may take to its end once the server stops, ms. */
const LAST_CALL_MS = 2_000
const LOOK_MS = 50

/** What of a Fastify server is needed to end it. */
interface Ending {
  server: {
    closeIdleConnections(): void
    closeAllConnections(): void
    once(event: 'close', closed: () => void): unknown
  }
  addHook(name: 'preClose', hook: (done: () => void) => void): unknown
}

/**
 * Lets the server stop within 2 s. By itself it closes the connections that are idle at that moment only: one that was
 * just being answered would stay until its keep-alive is over, and one whose client reads no more would stay for ever.
 */
export function lastCall(app: Ending): void {
  app.addHook('preClose', done => {
    const { server } = app
    const answered = setInterval(() => server.closeIdleConnections(), LOOK_MS)
    const unread = setTimeout(() => server.closeAllConnections(), LAST_CALL_MS)
    server.once('close', () => {
      clearInterval(answered)
      clearTimeout(unread)
    })
    done()
  })
}
