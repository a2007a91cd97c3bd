import { hash } from 'node:crypto'
import type { AuditEntry } from '@flowviz/contract/audit'
import { genesisHash, hexOf, rowHash } from '@flowviz/contract/chain'
import { FlowError } from '@flowviz/contract/error'
import type { EventData } from '@flowviz/contract/event'
import type { SignatureView, SignedRecord } from '@flowviz/contract/signature'
import { Timestamp, timestampOf } from '@flowviz/contract/time'
import Type, { type Static } from 'typebox'
import { checkSignature } from '../domain/signature-check.ts'
import type { PrintedRecord } from '../print/record.ts'
import { trail } from './audit-scope.ts'
import type { Doors } from './door.ts'
import { signedInOf } from './identity.ts'
import type { AppParts } from './parts.ts'
import { pdfAnswer, sendPdf } from './pdf.ts'
import type { SignedIn } from './token.ts'

/** More are some 250 pages; nobody reads them, and the export has them all. */
const EVENTS_MAX = 2_000

const Params = Type.Object({ subject: Type.String({ minLength: 1, maxLength: 100, description: 'As `kind:id`.' }) })
const Query = Type.Object(
  { from: Type.Optional(Timestamp), to: Type.Optional(Timestamp) },
  { additionalProperties: false },
)
const sha256 = (bytes: Uint8Array): Uint8Array => hash('sha256', bytes, 'buffer')

/** One record as a PDF: its history, its signatures, and what proves them. */
export function auditRecord(app: Doors, parts: AppParts): void {
  app.get(
    '/api/v1/audit/records/:subject/pdf',
    {
      schema: {
        operationId: 'printAuditRecord',
        tags: ['audit'],
        description: 'Every event that concerns the record, oldest first, with its signatures and row hashes.',
        params: Params,
        querystring: Query,
        response: pdfAnswer('The record.'),
      },
    },
    async (request, reply) => {
      const { subject } = request.params
      const record = await recordOf(parts, { subject, ...request.query }, signedInOf(request))
      const pdf = await parts.printer.print(record)
      const name = `record-${parts.site}-${subject.replace(/[^A-Za-z0-9-]/g, '-')}.pdf`
      return sendPdf(reply, name, pdf)
    },
  )
}

/** The history of a record with what proves it. @throws FlowError subject_unknown, record_too_long. */
export async function recordOf(
  parts: AppParts,
  { subject, from, to }: { subject: string } & Static<typeof Query>,
  { person_id, role }: SignedIn,
): Promise<PrintedRecord> {
  const { audit, reader, site, site_name } = parts
  const entries: AuditEntry[] = []
  const broken: number[] = []
  const query = { subject, ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) }
  const page = { below: Number.MAX_SAFE_INTEGER, limit: EVENTS_MAX + 1 }
  for await (const step of trail(audit, query, page)) {
    entries.push(...step.entries)
    broken.push(...step.entries.filter(entry => !fits(parts, entry)).map(({ seq }) => seq))
  }
  if (entries.length > EVENTS_MAX)
    throw new FlowError('record_too_long', `${subject} has more than ${EVENTS_MAX} events.`)
  if (entries.length === 0 && !audit.knows(subject))
    throw new FlowError('subject_unknown', `No event of this site concerns ${subject}.`)
  entries.reverse()
  const head = reader.head()
  const printer = reader.people().find(({ id }) => id === person_id)
  return {
    site,
    site_name,
    subject,
    title: titleOf(entries, subject),
    from: from ?? null,
    to: to ?? null,
    printed_at: timestampOf(parts.now()),
    printed_by: `${printer?.display_name ?? person_id} (${role})`,
    entries,
    broken: broken.sort((a, b) => a - b),
    signatures: signaturesOf(parts, entries),
    head,
    public_key: publicKeyOf(parts),
    checkpoint: reader.checkpoint(head.seq),
    receipt: reader.acked().receipt,
  }
}

/** True when the row's hash follows from its text and the row before, as anybody can compute it. */
function fits(parts: Pick<AppParts, 'reader' | 'audit' | 'site'>, { seq, hash: stated }: AuditEntry): boolean {
  const rows = parts.reader.ledgerRows(Math.max(1, seq - 1), seq === 1 ? 1 : 2)
  const row = rows.at(-1)!
  const previous = seq === 1 ? genesisHash(sha256, parts.site, publicKeyOf(parts) ?? '') : rows[0]!.hash
  return hexOf(rowHash(sha256, previous, row.body)) === stated
}

function publicKeyOf({ audit }: Pick<AppParts, 'audit'>): string | null {
  const first = audit.entry(1)
  return first?.type === 'ledger.started' ? (first.data as EventData<'ledger.started'>).public_key : null
}

/** The signatures among the events, each checked against the rows that it names. */
function signaturesOf({ audit }: AppParts, entries: AuditEntry[]): SignatureView[] {
  const row = ({ seq, hash: wanted }: SignedRecord) => {
    const there = audit.entry(seq)
    if (there?.hash === wanted) return there
    // What was signed before a restore may stand inside a later row, which states the number and hash that it had.
    const back = entries.find(({ inside, data }) => inside !== null && (data as { hash?: unknown }).hash === wanted)
    return back === undefined ? there : { ...back.inside!, hash: wanted }
  }
  return entries.flatMap(({ seq, inside, ...outer }) => {
    const { type, recorded_at, data } = inside ?? outer
    if (type !== 'record.signed') return []
    const signed = data as EventData<'record.signed'>
    const printed_name = audit.nameOf(signed.signer_id)
    return checkSignature({ seq, recorded_at, data: signed, printed_name }, { row, correctedBy: audit.correctedBy })
  })
}

/** What people call a record: the code or name that its own events gave it last. */
function titleOf(entries: AuditEntry[], subject: string): string | null {
  const noun = subject.split(':')[0] ?? ''
  for (const { data, subject: own } of entries.toReversed()) {
    if (own !== subject || typeof data !== 'object' || data === null) continue
    const fields = data as Record<string, unknown>
    const named = (fields[noun] ?? fields.config ?? fields) as Record<string, unknown>
    const title = named[`${noun}_code`] ?? named.name
    if (typeof title === 'string') return title
  }
  return null
}
