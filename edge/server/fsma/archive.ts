import { createHash, type Hash } from 'node:crypto'
import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs'
import { constants, crc32, deflateRawSync } from 'node:zlib'
import { FlowError } from '@flowviz/contract/error'

const CHUNK_CHARS = 1 << 20
const BYTES_MAX = 0xffff_ffff
const { Z_FINISH, Z_SYNC_FLUSH } = constants
/** UTF-8 names, and sizes behind the data. */
const FLAGS = 0x0808
const DEFLATED = 8
const VERSION = 20

interface Entry {
  name: Buffer
  offset: number
  crc: number
  packed: number
  size: number
}

/**
 * A ZIP archive that is written from front to back with one chunk of text in memory. Everything is synchronous: it is
 * for a thread of its own at low priority, where deflate must not run in the pool that others wait for.
 */
export class Archive {
  readonly #fd: number
  readonly #hash: Hash = createHash('sha256')
  readonly #entries: Entry[] = []
  readonly #dosTime: number
  #entry: Entry | null = null
  #text: string[] = []
  #chars = 0
  #offset = 0

  constructor(path: string, at: string) {
    this.#fd = openSync(path, 'w', 0o600)
    this.#dosTime = dosTimeOf(at)
  }

  begin(name: string): void {
    this.#entry = { name: Buffer.from(name), offset: this.#offset, crc: 0, packed: 0, size: 0 }
    const head = Buffer.alloc(30)
    head.writeUInt32LE(0x04034b50, 0)
    head.writeUInt16LE(VERSION, 4)
    head.writeUInt16LE(FLAGS, 6)
    head.writeUInt16LE(DEFLATED, 8)
    head.writeUInt32LE(this.#dosTime, 10)
    head.writeUInt16LE(this.#entry.name.length, 26)
    this.#put(head)
    this.#put(this.#entry.name)
  }

  write(text: string): void {
    this.#text.push(text)
    this.#chars += text.length
    if (this.#chars >= CHUNK_CHARS) this.#pack(Z_SYNC_FLUSH)
  }

  /** @throws FlowError export_too_large */
  end(): void {
    this.#pack(Z_FINISH)
    const entry = this.#entry!
    if (entry.size > BYTES_MAX || this.#offset > BYTES_MAX) throw new FlowError('export_too_large')
    const tail = Buffer.alloc(16)
    tail.writeUInt32LE(0x08074b50, 0)
    tail.writeUInt32LE(entry.crc, 4)
    tail.writeUInt32LE(entry.packed, 8)
    tail.writeUInt32LE(entry.size, 12)
    this.#put(tail)
    this.#entries.push(entry)
    this.#entry = null
  }

  /** Writes the directory and waits for the disk. */
  finish(): { size_bytes: number; sha256: string } {
    const start = this.#offset
    for (const entry of this.#entries) this.#put(this.#directory(entry))
    const end = Buffer.alloc(22)
    end.writeUInt32LE(0x06054b50, 0)
    end.writeUInt16LE(this.#entries.length, 8)
    end.writeUInt16LE(this.#entries.length, 10)
    end.writeUInt32LE(this.#offset - start, 12)
    end.writeUInt32LE(start, 16)
    this.#put(end)
    fsyncSync(this.#fd)
    this.close()
    return { size_bytes: this.#offset, sha256: this.#hash.digest('hex') }
  }

  close(): void {
    closeSync(this.#fd)
  }

  #directory({ name, offset, crc, packed, size }: Entry): Buffer {
    const head = Buffer.alloc(46 + name.length)
    head.writeUInt32LE(0x02014b50, 0)
    head.writeUInt16LE(VERSION, 4)
    head.writeUInt16LE(VERSION, 6)
    head.writeUInt16LE(FLAGS, 8)
    head.writeUInt16LE(DEFLATED, 10)
    head.writeUInt32LE(this.#dosTime, 12)
    head.writeUInt32LE(crc, 16)
    head.writeUInt32LE(packed, 20)
    head.writeUInt32LE(size, 24)
    head.writeUInt16LE(name.length, 28)
    head.writeUInt32LE(offset, 42)
    name.copy(head, 46)
    return head
  }

  /** Deflates what waits: blocks that end at a byte can be put one behind the other. */
  #pack(finishFlush: number): void {
    const entry = this.#entry!
    const bytes = Buffer.from(this.#text.join(''))
    this.#text = []
    this.#chars = 0
    const packed = deflateRawSync(bytes, { level: 1, finishFlush })
    entry.crc = crc32(bytes, entry.crc)
    entry.size += bytes.length
    entry.packed += packed.length
    this.#put(packed)
  }

  #put(bytes: Buffer): void {
    this.#hash.update(bytes)
    for (let at = 0; at < bytes.length; ) at += writeSync(this.#fd, bytes, at)
    this.#offset += bytes.length
  }
}

/** Date and time as MS-DOS had them, in UTC; they begin in 1980 and step by two seconds. */
function dosTimeOf(at: string): number {
  const date = new Date(at)
  const day = ((date.getUTCFullYear() - 1980) << 9) | ((date.getUTCMonth() + 1) << 5) | date.getUTCDate()
  const time = (date.getUTCHours() << 11) | (date.getUTCMinutes() << 5) | (date.getUTCSeconds() >> 1)
  return ((day << 16) | time) >>> 0
}
