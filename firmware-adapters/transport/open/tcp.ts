import { connect } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { FlowError } from '@flowviz/contract/error'
import type { ByteTransport, Closure } from '../byte.ts'
import { Queue } from '../queue.ts'

const CONNECT_MS = 3_000
const KEEP_ALIVE_MS = 10_000
const CLOSE_MS = 2_000
const CHUNKS_MAX = 1_024

/**
 * Opens a TCP connection to a device.
 * @throws FlowError comm_lost (refused, unreachable), comm_timeout (no answer to the connect within 3 s)
 */
export async function openTcp(address: { host: string; port: number }): Promise<ByteTransport> {
  const name = `${address.host}:${address.port}`
  const socket = connect({ ...address, noDelay: true, keepAlive: true, keepAliveInitialDelay: KEEP_ALIVE_MS })
  const chunks = new Queue<Uint8Array>(CHUNKS_MAX)
  const { promise: closed, resolve: settle } = Promise.withResolvers<Closure>()
  const end = (closure: Closure) => {
    chunks.end()
    settle(closure)
  }
  socket.on('data', chunk => chunks.push(chunk))
  socket.on('error', error => end({ code: 'comm_lost', detail: `${name}: ${error.message}` }))
  socket.on('end', () => socket.destroy())
  socket.on('close', () => end({ code: 'comm_lost', detail: `${name} closed the connection.` }))

  await new Promise<void>((resolve, reject) => {
    const timer = setTimeout(() => {
      socket.destroy()
      reject(new FlowError('comm_timeout', `${name} does not answer.`))
    }, CONNECT_MS)
    socket.once('connect', () => {
      clearTimeout(timer)
      resolve()
    })
    socket.once('error', cause => {
      clearTimeout(timer)
      reject(new FlowError('comm_lost', `${name} cannot be reached: ${cause.message}`, { cause }))
    })
  })

  let closing: Promise<void> | undefined
  const close = () => {
    closing ??= Promise.race([
      new Promise<void>(resolve => (socket.closed ? resolve() : socket.once('close', () => resolve()))),
      wait(CLOSE_MS, undefined, { ref: false }),
    ])
    end({ code: 'closed', detail: `${name} was closed.` })
    socket.destroy()
    return closing
  }
  const write = (bytes: Uint8Array) =>
    new Promise<void>((resolve, reject) => {
      socket.write(bytes, cause => {
        if (cause) reject(new FlowError('comm_lost', `Writing to ${name} failed.`, { cause }))
        else resolve()
      })
    })
  const flush = async () => chunks.clear()
  return { read: () => chunks, write, flush, close, closed }
}
