import { promisify } from 'node:util'
import { gunzip, zstdDecompress } from 'node:zlib'
import { FlowError } from '@flowviz/contract/error'
import { BATCH_BYTES_MAX, BATCH_ENCODINGS } from '@flowviz/contract/sync'

const gunzipped = promisify(gunzip)
const unzstd = promisify(zstdDecompress)

/** A batch may have this many bytes, compressed or not: its lines, and room for the header. */
export const BODY_BYTES_MAX = BATCH_BYTES_MAX + 65_536

/**
 * The bytes of a batch, decompressed beside the main thread and never beyond the limit, whatever a bomb promises.
 * @throws FlowError media_type_unsupported, body_too_large, batch_invalid.
 */
export async function decompress(body: Buffer, named: string | undefined): Promise<Buffer> {
  // RFC 9110, 8.4.1: the names of codings are case-insensitive.
  const encoding = named?.toLowerCase()
  const limit = { maxOutputLength: BODY_BYTES_MAX }
  try {
    if (encoding === 'zstd') return await unzstd(body, limit)
    if (encoding === 'gzip') return await gunzipped(body, limit)
  } catch (cause) {
    if ((cause as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE')
      throw new FlowError('body_too_large', `A batch has at most ${BODY_BYTES_MAX} bytes.`, { cause })
    throw new FlowError('batch_invalid', `The batch is not ${encoding}.`, { cause })
  }
  if (encoding === undefined || encoding === 'identity') return body
  throw new FlowError('media_type_unsupported', `The content-encoding is none of ${BATCH_ENCODINGS.join(', ')}.`)
}
