import { constants, openSync } from 'node:fs'
import { rm, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { ReadStream as Tty, type ReadStream as TtyReadStream } from 'node:tty'
import { FlowError } from '@flowviz/contract/error'

interface Pty {
  master: TtyReadStream
  slave: TtyReadStream
  ptsName: string
  on(event: 'error', listener: (error: Error) => void): void
}

/** A serial line with a pretended device at its end: a real pseudo-terminal of this machine. */
export interface PtyLine {
  /** Where programs find the line: the link, or the terminal itself. */
  path: string
  write(bytes: Uint8Array): void
  onBytes(listener: (chunk: Buffer) => void): void
  /** Pulls the plug: the terminal and its link vanish. */
  destroy(): Promise<void>
}

/**
 * Opens a pseudo-terminal, raw from the start, and links it.
 * @throws FlowError port_missing when this machine has no pseudo-terminals for us
 */
export async function openPty(link?: string): Promise<PtyLine> {
  const pty = openPair()
  // The library's own stream on the slave would compete for the bytes. In its place the line is held open without
  // reading, so that it outlives the program that uses it, and in raw mode, so that nothing echoes before one does.
  const held = new Tty(openSync(pty.ptsName, constants.O_RDWR | constants.O_NOCTTY))
  held.setRawMode(true)
  held.pause()
  pty.slave.destroy()
  pty.on('error', () => undefined)
  pty.master.on('error', () => undefined)
  if (link !== undefined) {
    await rm(link, { force: true })
    await symlink(pty.ptsName, link)
  }
  let destroyed = false
  return {
    path: link ?? pty.ptsName,
    write: bytes => {
      if (!destroyed) pty.master.write(Buffer.from(bytes))
    },
    onBytes: listener => pty.master.on('data', listener),
    destroy: async () => {
      if (destroyed) return
      destroyed = true
      if (link !== undefined) await rm(link, { force: true })
      const gone = Promise.all([pty.master, held].map(stream => new Promise(resolve => stream.once('close', resolve))))
      held.destroy()
      pty.master.destroy()
      await gone
    },
  }
}

function openPair(): Pty {
  const load = createRequire(import.meta.url)
  try {
    const { open } = load('@lydell/node-pty') as { open(options: { encoding: null }): Pty }
    return open({ encoding: null })
  } catch (cause) {
    throw new FlowError('port_missing', 'This machine gives no pseudo-terminal.', {
      hint: 'Install the optional package @lydell/node-pty, and mount /dev/pts.',
      cause,
    })
  }
}
