import { createHash } from 'node:crypto'
import { existsSync, openAsBlob } from 'node:fs'
import { FlowError } from '@flowviz/contract/error'
import { BlobReader, type FileEntry, ZipReader } from '@zip.js/zip.js'

/** What is read as one text; more is no proof and no manifest. */
const TEXT_BYTES_MAX = 64 * 1024 * 1024

/** A file of an archive, read as it comes: no more than a chunk of it is in memory. */
export interface PackedFile {
  name: string
  bytes(): AsyncGenerator<Uint8Array>
  /** @throws Error when it is longer than a text of a pack is. */
  text(): Promise<string>
  /** Line after line, without line ends. */
  lines(): AsyncGenerator<string>
}

/** The files of an archive in their order. @throws FlowError not_found, or config_invalid when it is none. */
export async function packedFiles(path: string): Promise<PackedFile[]> {
  if (!existsSync(path)) throw new FlowError('not_found', `There is no file ${path}.`)
  const zip = new ZipReader(new BlobReader(await openAsBlob(path)), { useWebWorkers: false, checkSignature: true })
  const entries = await zip.getEntries().catch((cause: unknown) => {
    throw new FlowError('config_invalid', `${path} is no pack that can be checked: only the ZIP carries proofs.`, {
      cause,
    })
  })
  return entries.flatMap(entry => (entry.directory ? [] : [fileOf(entry)]))
}

function fileOf(entry: FileEntry): PackedFile {
  return {
    name: entry.filename,
    bytes: () => bytesOf(entry),
    lines: () => linesOf(bytesOf(entry)),
    async text() {
      if (entry.uncompressedSize > TEXT_BYTES_MAX) throw new RangeError('it is longer than any text of a pack')
      const chunks: Uint8Array[] = []
      for await (const chunk of bytesOf(entry)) chunks.push(chunk)
      return Buffer.concat(chunks).toString('utf8')
    },
  }
}

async function* bytesOf(entry: FileEntry): AsyncGenerator<Uint8Array> {
  let fail: (error: unknown) => void = () => undefined
  const pipe = new TransformStream<Uint8Array, Uint8Array>({
    start(controller) {
      fail = error => controller.error(error)
    },
  })
  // A fault of the archive reaches the reader, who may also have gone.
  entry.getData(pipe.writable).catch(fail)
  yield* pipe.readable
}

async function* linesOf(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder()
  let rest = ''
  for await (const chunk of chunks) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n')
    rest = lines.pop()!
    yield* lines
  }
  if (rest !== '') yield rest
}

/** Size and SHA-256 of what comes. */
export async function digestOf(chunks: AsyncIterable<Uint8Array>): Promise<{ size_bytes: number; sha256: string }> {
  const digest = createHash('sha256')
  let size_bytes = 0
  for await (const chunk of chunks) {
    digest.update(chunk)
    size_bytes += chunk.length
  }
  return { size_bytes, sha256: digest.digest('hex') }
}
