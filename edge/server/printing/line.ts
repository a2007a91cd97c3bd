import { connect, type Socket } from 'node:net'
import { ASK_STATUS, type HostStatus, takeStatus } from './host-status.ts'

/** A connection to one printer. Nothing here throws: what is in the way is a value. */
export interface Line {
  readonly open: boolean
  /** Sends it whole. False: the connection ended before, and nobody knows how much arrived. */
  send(zpl: string): Promise<boolean>
  /** Asks for the host status. */
  status(): Promise<HostStatus | 'silent' | 'dropped'>
  close(): void
}

export interface Address {
  host: string
  port: number
  /** For a connection, and for each answer. */
  timeout_ms: number
}

/** More than any answer of a printer. */
const HEARD_MAX = 4_096

/** Opens the connection; null when nobody answers at the address. */
export function openLine({ host, port, timeout_ms }: Address): Promise<Line | null> {
  return new Promise(resolve => {
    const socket = connect({ host, port })
    socket.setNoDelay(true)
    socket.setTimeout(timeout_ms, () => socket.destroy())
    socket.once('connect', () => {
      socket.setTimeout(0)
      resolve(lineOver(socket, timeout_ms))
    })
    socket.on('error', () => socket.destroy())
    socket.once('close', () => resolve(null))
  })
}

function lineOver(socket: Socket, timeout_ms: number): Line {
  let heard = ''
  let tell: ((status: HostStatus | 'silent' | 'dropped') => void) | null = null
  const answer = (status: HostStatus | 'silent' | 'dropped') => {
    tell?.(status)
    tell = null
  }
  socket.on('data', bytes => {
    heard = (heard + bytes.toString('latin1')).slice(-HEARD_MAX)
    const taken = takeStatus(heard)
    if (taken === null) return
    heard = taken.rest
    answer(taken.status)
  })
  socket.once('close', () => answer('dropped'))
  const write = (text: string) =>
    new Promise<boolean>(resolve => {
      if (!socket.writable) return resolve(false)
      const gone = () => resolve(false)
      socket.once('close', gone)
      socket.write(text, 'utf8', error => {
        socket.off('close', gone)
        resolve(error === undefined || error === null)
      })
    })
  return {
    get open() {
      return !socket.destroyed && socket.writable
    },
    send: write,
    async status() {
      heard = ''
      let timer: NodeJS.Timeout | undefined
      const told = new Promise<HostStatus | 'silent' | 'dropped'>(resolve => {
        tell = resolve
        timer = setTimeout(() => answer('silent'), timeout_ms)
      })
      if (!(await write(ASK_STATUS))) answer('dropped')
      const status = await told
      clearTimeout(timer)
      return status
    },
    close: () => void socket.destroy(),
  }
}
