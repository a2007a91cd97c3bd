import { createHash, type Hash } from 'node:crypto'
import { type FileHandle, open } from 'node:fs/promises'
import { ReadableStream, WritableStream } from 'node:stream/web'
import { ZipWriter } from '@zip.js/zip.js'

/** One file of an archive, as its manifest names it. */
export interface ArchivedFile {
  name: string
  size_bytes: number
  sha256: string
}

type Chunks = Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>

/**
 * A ZIP64 archive that is written as it is made: no more than a chunk of one entry is in memory, and names and digests
 * of the entries. Entries are added one after the other.
 */
export class Archive {
  readonly files: ArchivedFile[] = []
  readonly #zip: ZipWriter<unknown>
  readonly #handle: FileHandle
  readonly #digest = createHash('sha256')
  #size_bytes = 0

  private constructor(handle: FileHandle, made_at: string) {
    this.#handle = handle
    const sink = new WritableStream<Uint8Array>({ write: chunk => this.#write(chunk) })
    this.#zip = new ZipWriter(sink, { useWebWorkers: false, lastModDate: new Date(made_at), extendedTimestamp: false })
  }

  static async create(path: string, made_at: string): Promise<Archive> {
    return new Archive(await open(path, 'w', 0o600), made_at)
  }

  /** @param stored true: what is small or packed already is not compressed. */
  async add(name: string, chunks: Chunks, stored = false): Promise<void> {
    const digest = createHash('sha256')
    const counted = { size_bytes: 0 }
    const readable = ReadableStream.from(bytesOf(chunks, { digest, counted }))
    await this.#zip.add(name, readable as never, stored ? { level: 0 } : {})
    this.files.push({ name, size_bytes: counted.size_bytes, sha256: digest.digest('hex') })
  }

  /** Writes the directory; the file is on the disk when it resolves. */
  async finish(): Promise<{ size_bytes: number; sha256: string }> {
    await this.#zip.close()
    await this.#handle.sync()
    await this.close()
    return { size_bytes: this.#size_bytes, sha256: this.#digest.digest('hex') }
  }

  /** Lets go of the file, finished or not; twice is once. */
  close(): Promise<void> {
    return this.#handle.close()
  }

  async #write(chunk: Uint8Array): Promise<void> {
    this.#digest.update(chunk)
    this.#size_bytes += chunk.length
    await this.#handle.writeFile(chunk)
  }
}

async function* bytesOf(
  chunks: Chunks,
  { digest, counted }: { digest: Hash; counted: { size_bytes: number } },
): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) {
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk
    digest.update(bytes)
    counted.size_bytes += bytes.length
    yield bytes
  }
}
