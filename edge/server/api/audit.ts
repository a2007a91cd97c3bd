import { Readable } from 'node:stream'
import { type AuditEntry, AuditExport, AuditExportQuery, AuditPage, AuditPageQuery } from '@flowviz/contract/audit'
import { timestampOf } from '@flowviz/contract/time'
import Type from 'typebox'
import { csvText, jsonText } from './audit-export.ts'
import { scoped, trail } from './audit-scope.ts'
import { type Doors, REFUSAL } from './door.ts'
import { signedInOf } from './identity.ts'
import type { AppParts } from './parts.ts'

const END = Number.MAX_SAFE_INTEGER

/** The audit trail: who did what, when, to which record, and what it looked like before and after. */
export function audit(app: Doors, parts: AppParts): void {
  app.get(
    '/api/v1/audit',
    {
      schema: {
        operationId: 'listAudit',
        tags: ['audit'],
        description: 'Newest first. An operator finds their own events.',
        querystring: AuditPageQuery,
        response: { 200: AuditPage, ...REFUSAL },
      },
    },
    async request => {
      const { limit = 50, cursor, ...query } = request.query
      const entries: AuditEntry[] = []
      let next: number | null = null
      const below = cursor === undefined ? END : Number(cursor)
      for await (const step of trail(parts.audit, scoped(query, signedInOf(request)), { below, limit })) {
        entries.push(...step.entries)
        next = step.next
      }
      return { entries, next: next === null ? null : String(next) }
    },
  )

  app.get(
    '/api/v1/audit/export',
    {
      schema: {
        operationId: 'exportAudit',
        tags: ['audit'],
        description:
          'All events that match, newest first, streamed. The last row of the CSV is a manifest: `manifest`, the number ' +
          'of rows, and the SHA-256 of all bytes before it. A file without it is not whole.',
        querystring: AuditExportQuery,
        response: {
          200: {
            description: 'The export.',
            content: { 'text/csv': { schema: Type.String() }, 'application/json': { schema: AuditExport } },
          },
          ...REFUSAL,
        },
      },
    },
    async (request, reply) => {
      const { format, ...query } = request.query
      const steps = trail(parts.audit, scoped(query, signedInOf(request)), { below: END, limit: END })
      const at = timestampOf(parts.now()).replace(/[-:]|\.\d+/g, '')
      reply.header('content-disposition', `attachment; filename="audit-${parts.site}-${at}.${format}"`)
      reply.type(format === 'csv' ? 'text/csv; charset=utf-8; header=present' : 'application/json; charset=utf-8')
      return reply.send(Readable.from(format === 'csv' ? csvText(steps) : jsonText(steps, parts.site)) as never)
    },
  )
}
