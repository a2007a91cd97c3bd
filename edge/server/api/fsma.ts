import { createReadStream } from 'node:fs'
import { FlowError } from '@flowviz/contract/error'
import { KdeCorrection, TracePlan, TraceRequest } from '@flowviz/contract/fsma'
import Type from 'typebox'
import { correctionView, planView, requestView } from '../store/fsma-record.ts'
import { type Doors, REFUSAL } from './door.ts'
import type { AppParts } from './parts.ts'
import { recordDoors, recordListDoor } from './record-list.ts'

type Parts = Pick<AppParts, 'reader' | 'exporter'>

const MEDIA = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'application/zip',
} as const
const binary = { schema: Type.Unsafe<Buffer>({ type: 'string', format: 'binary' }) }

/** Requests for traceability records and their files, corrections, plans; asking and issuing are commands. */
export function fsma(app: Doors, parts: Parts): void {
  recordDoors(app, parts, {
    path: '/api/v1/fsma/exports',
    kind: 'trace_request',
    tag: 'fsma',
    operations: { list: 'listTraceExports', get: 'getTraceExport' },
    param: 'request_id',
    view: TraceRequest,
    viewOf: record => requestView(record, parts.exporter.progressOf(record.id)),
  })
  recordListDoor(app, parts, {
    path: '/api/v1/fsma/corrections',
    kind: 'kde_correction',
    tag: 'fsma',
    operations: { list: 'listKdeCorrections', get: 'getKdeCorrection' },
    view: KdeCorrection,
    viewOf: correctionView,
    parent: 'of',
  })
  recordListDoor(app, parts, {
    path: '/api/v1/fsma/plans',
    kind: 'trace_plan',
    tag: 'fsma',
    operations: { list: 'listTracePlans', get: 'getTracePlan' },
    view: TracePlan,
    viewOf: planView,
  })
  fileDoor(app, parts)
}

function fileDoor(app: Doors, { reader, exporter }: Parts): void {
  app.get(
    '/api/v1/fsma/exports/:request_id/file',
    {
      schema: {
        operationId: 'getTraceExportFile',
        tags: ['fsma'],
        description: 'The electronic sortable spreadsheet: a workbook, or a ZIP of one CSV a sheet.',
        params: Type.Object({ request_id: Type.String({ minLength: 1, maxLength: 60 }) }),
        response: {
          200: { description: 'The file.', content: { [MEDIA.xlsx]: binary, [MEDIA.csv]: binary } },
          ...REFUSAL,
        },
      },
    },
    async (request, reply) => {
      const { request_id } = request.params
      const record = reader.record('trace_request', request_id)
      if (record === null) throw new FlowError('record_not_found', `There is no request ${request_id} at this site.`)
      const { file, format, size_bytes, sha256 } = requestView(record, null)
      const stream = file === null ? null : await opened(exporter.pathOf(file))
      if (stream === null || file === null) throw new FlowError('trace_file_missing')
      reply.headers({
        'content-type': MEDIA[format],
        'content-length': String(size_bytes),
        'content-disposition': `attachment; filename="${file}"`,
        etag: `"${sha256}"`,
      })
      return reply.send(stream as never)
    },
  )
}

/** The bytes of a file, or null when it is not there. */
function opened(path: string): Promise<NodeJS.ReadableStream | null> {
  const stream = createReadStream(path)
  return new Promise(resolve => {
    stream.once('open', () => resolve(stream))
    stream.once('error', () => resolve(null))
  })
}
