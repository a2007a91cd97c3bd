import { createServer, type Socket } from 'node:net'
import { onTestFinished } from 'vitest'
import type { Notice, Task } from '../driver.ts'
import { createPace } from '../gateway/pace.ts'
import { openTcp } from '../transport/open/tcp.ts'

/** A scale behind a real TCP port that answers each chunk as it is told to; `say` makes it speak by itself. */
export async function tcpScale(answer: (asked: string) => string | null) {
  const asked: string[] = []
  const sockets = new Set<Socket>()
  const server = createServer(socket => {
    sockets.add(socket)
    socket.on('error', () => undefined)
    socket.on('data', chunk => {
      const text = chunk.toString('latin1')
      asked.push(text)
      const reply = answer(text)
      if (reply !== null) socket.write(Buffer.from(reply, 'latin1'))
    })
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  const line = await openTcp({ host: '127.0.0.1', port })
  onTestFinished(async () => {
    await line.close()
    for (const socket of sockets) socket.destroy()
    await new Promise(resolve => server.close(resolve))
  })
  const say = (text: string) => {
    for (const socket of sockets) socket.write(Buffer.from(text, 'latin1'))
  }
  return { line, asked, say }
}

/** A task for a scale in kilograms that is read quickly, and what it has noticed. */
export function scaleTask<S extends object>(settings: S): { task: Task<S & typeof QUICK>; notices: Notice[] } {
  const notices: Notice[] = []
  const task = {
    settings: { ...QUICK, ...settings },
    channels: [{ name: 'weight', unit: 'kg' as const }],
    poll_ms: 10,
    timeout_ms: 300,
    pace: createPace(() => performance.now()),
    notice: (notice: Notice) => notices.push(notice),
  }
  return { task, notices }
}

const QUICK: { mode: 'poll' | 'stream' | 'print'; settle_ms: number; stable_ms: number } = {
  mode: 'poll',
  settle_ms: 0,
  stable_ms: 2_000,
}
