import { timestampOf } from '@flowviz/contract/time'
import { Uuid } from '@flowviz/contract/uuid'
import Type from 'typebox'
import type { PrintedRecall } from '../print/recall.ts'
import { recordOf } from './audit-record.ts'
import { type Doors, REFUSAL } from './door.ts'
import { signedInOf } from './identity.ts'
import type { AppParts } from './parts.ts'
import { foundRecall } from './recalls.ts'
import type { SignedIn } from './token.ts'

/** The report of a recall or of a drill as a PDF, with its signatures and the hashes of its rows. */
export function recallReport(app: Doors, parts: AppParts): void {
  app.get(
    '/api/v1/recalls/:recall_id/report.pdf',
    {
      schema: {
        operationId: 'printRecallReport',
        tags: ['recall'],
        summary: 'The report: scenario, clock, scope, balance, consignees, gaps, signatures and hashes.',
        params: Type.Object({ recall_id: Uuid }),
        response: {
          200: {
            description: 'The report.',
            content: { 'application/pdf': { schema: Type.Unsafe<Buffer>({ type: 'string', format: 'binary' }) } },
          },
          ...REFUSAL,
        },
      },
    },
    async (request, reply) => {
      const { recall_id } = request.params
      const pdf = await parts.printer.print(await reportOf(parts, recall_id, signedInOf(request)))
      reply.type('application/pdf')
      reply.header('content-disposition', `attachment; filename="recall-${parts.site}-${recall_id}.pdf"`)
      return reply.send(Buffer.from(pdf) as never)
    },
  )
}

/** @throws FlowError record_not_found, record_too_long. */
async function reportOf(parts: AppParts, recall_id: string, who: SignedIn): Promise<PrintedRecall> {
  const { reader, audit, now } = parts
  const stored = foundRecall(reader, recall_id)
  const record = await recordOf(parts, { subject: `recall:${recall_id}` }, who)
  const recall = reader.recalls.whole(stored, timestampOf(now()))
  const people = new Set([...recall.steps.map(({ by }) => by), ...recall.consignees.map(one => one.notified_by ?? '')])
  const names = Object.fromEntries([...people].map(id => [id, audit.nameOf(id) ?? id]))
  return { ...record, title: null, recall, balance: reader.recalls.balance(stored), names }
}
