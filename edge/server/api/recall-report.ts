import type { RecallWhole } from '@flowviz/contract/recall'
import { timestampOf } from '@flowviz/contract/time'
import { Uuid } from '@flowviz/contract/uuid'
import type { FastifyRequest } from 'fastify'
import Type from 'typebox'
import type { PrintedRecall } from '../print/recall.ts'
import type { PrintedRecord } from '../print/record.ts'
import type { AnswerStream } from '../read/question.ts'
import type { RecallQuestion } from '../read/recall.ts'
import { recordOf } from './audit-record.ts'
import type { Doors } from './door.ts'
import { signedInOf } from './identity.ts'
import type { AppParts } from './parts.ts'
import { pdfAnswer, sendPdf } from './pdf.ts'
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
        response: pdfAnswer('The report.'),
      },
    },
    async (request, reply) => {
      const { recall_id } = request.params
      const pdf = await parts.printer.print(await reportOf(parts, recall_id, request))
      return sendPdf(reply, `recall-${parts.site}-${recall_id}.pdf`, pdf)
    },
  )
}

/** @throws FlowError record_not_found, record_too_long, and what a heavy read refuses with. */
async function reportOf(parts: AppParts, recall_id: string, request: FastifyRequest): Promise<PrintedRecall> {
  const { read, audit, now } = parts
  const ask = async (about: RecallQuestion['about']) =>
    textOf(await read.ask('recall', { recall_id, about, now: timestampOf(now()) }, request.signal))
  const recall = JSON.parse(await ask('whole')) as RecallWhole
  const record = await provenRecord(parts, `recall:${recall_id}`, signedInOf(request))
  const people = new Set([
    ...recall.steps.map(({ by }) => by),
    ...recall.consignees.flatMap(one => [one.notified_by ?? '', one.checked_by ?? '']),
  ])
  const names = Object.fromEntries([...people].map(id => [id, audit.nameOf(id) ?? id]))
  return { ...record, title: null, recall, balance: await ask('balance'), names }
}

/** The record under a signed tree that covers all of it: who gets a report at once need not come again in a minute. */
async function provenRecord(parts: AppParts, subject: string, who: SignedIn): Promise<PrintedRecord> {
  const record = await recordOf(parts, { subject }, who)
  if (sizeOf(record.checkpoint) >= record.entries.at(-1)!.seq) return record
  await parts.plant.submit('sign-checkpoint', { cause: 'time' })
  return recordOf(parts, { subject }, who)
}

/** The number of rows that a checkpoint covers (C2SP tlog-checkpoint: its second line). */
const sizeOf = (checkpoint: string | null): number => Number(checkpoint?.split('\n')[1] ?? 0)

async function textOf(pieces: AnswerStream): Promise<string> {
  const chunks: Uint8Array[] = []
  for await (const chunk of pieces) chunks.push(chunk)
  return Buffer.concat(chunks).toString()
}
