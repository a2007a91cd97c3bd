import { constants } from 'node:fs'
import { access, realpath } from 'node:fs/promises'
import { setTimeout as wait } from 'node:timers/promises'
import type { SerialLine } from '@flowviz/contract/device'
import { FlowError } from '@flowviz/contract/error'
import { SerialPort } from 'serialport'
import type { ByteTransport, Closure } from '../byte.ts'
import { Queue } from '../queue.ts'

const CLOSE_MS = 2_000
const WRITE_MS = 2_000
const CHUNKS_MAX = 1_024

const PARITY = { N: 'none', E: 'even', O: 'odd' } as const

/** Data bits, parity and stop bits of a format such as `7E1`. */
function bitsOf(format: SerialLine['format']) {
  return {
    dataBits: format[0] === '7' ? (7 as const) : (8 as const),
    parity: PARITY[format[1] as keyof typeof PARITY],
    stopBits: format[2] === '2' ? (2 as const) : (1 as const),
  }
}

/** The device file behind a by-id name, looked up at every open: ttyUSBn changes its number when it is plugged again. */
async function resolvePath(path: string): Promise<string> {
  const device = await realpath(path).catch((cause: unknown) => {
    throw new FlowError('port_missing', `There is no ${path}.`, { cause })
  })
  await access(device, constants.R_OK | constants.W_OK).catch((cause: unknown) => {
    throw new FlowError('port_denied', `No right to read and write ${device}.`, { cause })
  })
  return device
}

/**
 * Opens a serial line, locked against every other program.
 * @throws FlowError port_missing, port_denied, port_taken
 */
export async function openSerial(line: SerialLine): Promise<ByteTransport> {
  const device = await resolvePath(line.path)
  const port = new SerialPort({
    path: device,
    baudRate: line.baud,
    ...bitsOf(line.format),
    autoOpen: false,
    lock: true,
  })
  const chunks = new Queue<Uint8Array>(CHUNKS_MAX)
  const { promise: closed, resolve: settle } = Promise.withResolvers<Closure>()
  const end = (closure: Closure) => {
    chunks.end()
    settle(closure)
  }
  // Without a data listener an unplugged adapter is noticed only by the next failing write.
  port.on('data', (chunk: Buffer) => chunks.push(chunk))
  port.on('error', error => end({ code: 'comm_lost', detail: error.message }))
  port.on('close', () => end({ code: 'comm_lost', detail: `${line.path} was unplugged.` }))

  await new Promise<void>((resolve, reject) => {
    port.open(cause => {
      if (cause === null) resolve()
      // The file is there and ours to use: what is left is the lock of another program, or a file that is no line.
      else reject(new FlowError('port_taken', `${line.path} cannot be opened: ${cause.message}`, { cause }))
    })
  })

  let closing: Promise<void> | undefined
  const close = () => {
    // serialport's close can hang for ever on a dead adapter.
    closing ??= Promise.race([
      new Promise<void>(resolve => (port.isOpen ? port.close(() => resolve()) : resolve())),
      wait(CLOSE_MS, undefined, { ref: false }),
    ])
    end({ code: 'closed', detail: `${line.path} was closed.` })
    return closing
  }
  const write = (bytes: Uint8Array) =>
    new Promise<void>((resolve, reject) => {
      if (!port.isOpen) {
        reject(new FlowError('comm_lost', `${line.path} is closed.`))
        return
      }
      // The callback may never come: flow control, or an adapter that died.
      const timer = setTimeout(() => {
        end({ code: 'comm_timeout', detail: `${line.path} takes no bytes.` })
        reject(new FlowError('comm_timeout', `${line.path} takes no bytes.`))
        void close()
      }, WRITE_MS)
      port.write(Buffer.from(bytes), cause => {
        clearTimeout(timer)
        if (cause) reject(new FlowError('comm_lost', `Writing to ${line.path} failed.`, { cause }))
        else resolve()
      })
    })
  const flush = async () => {
    await new Promise<void>(resolve => (port.isOpen ? port.flush(() => resolve()) : resolve()))
    chunks.clear()
  }
  return { read: () => chunks, write, flush, close, closed }
}
