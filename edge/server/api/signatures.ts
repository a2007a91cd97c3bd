import { hash } from 'node:crypto'
import type { AuditEntry } from '@flowviz/contract/audit'
import { genesisHash, hexOf, rowHash } from '@flowviz/contract/chain'
import { FlowError } from '@flowviz/contract/error'
import type { EventData } from '@flowviz/contract/event'
import { SignatureView, type SignedRecord } from '@flowviz/contract/signature'
import { Uuid } from '@flowviz/contract/uuid'
import Type from 'typebox'
import { checkSignature } from '../domain/signature-check.ts'
import type { LedgerRow } from '../parts.ts'
import { trail } from './audit-scope.ts'
import { type Doors, REFUSAL } from './door.ts'
import type { AppParts } from './parts.ts'

/** A record with more signatures than that is read by its parts. */
const SIGNATURES_MAX = 200

const Signatures = Type.Object(
  { signatures: Type.Array(SignatureView) },
  { $id: 'Signatures', additionalProperties: false },
)
const sha256 = (bytes: Uint8Array): Uint8Array => hash('sha256', bytes, 'buffer')

type SignatureParts = Pick<AppParts, 'audit' | 'reader' | 'site'>

/** Signatures as they are shown: who by the printed name, when, what it means, and whether it still holds. */
export function signatures(app: Doors, parts: SignatureParts): void {
  app.get(
    '/api/v1/signatures',
    {
      schema: {
        operationId: 'listSignatures',
        tags: ['signature'],
        description: 'Signatures that are bound to rows of a record, newest first, each checked now.',
        querystring: Type.Object(
          { subject: Type.String({ minLength: 1, maxLength: 100, description: 'The record, as `kind:id`.' }) },
          { additionalProperties: false },
        ),
        response: { 200: Signatures, ...REFUSAL },
      },
    },
    async request => {
      const { subject } = request.query
      const found: AuditEntry[] = []
      const page = { below: Number.MAX_SAFE_INTEGER, limit: SIGNATURES_MAX }
      for await (const { entries } of trail(parts.audit, { subject, type: 'record.signed' }, page))
        found.push(...entries)
      return { signatures: found.map(entry => viewOf(entry, parts)) }
    },
  )
  app.get(
    '/api/v1/signatures/:signature_id',
    {
      schema: {
        operationId: 'getSignature',
        tags: ['signature'],
        params: Type.Object({ signature_id: Uuid }),
        response: { 200: SignatureView, ...REFUSAL },
      },
    },
    async request => {
      const { signature_id } = request.params
      const record = parts.reader.record('signature', signature_id)
      const entry = record === null ? null : parts.audit.entry(record.at)
      if (entry === null) throw new FlowError('record_not_found', `There is no signature ${signature_id} at this site.`)
      return viewOf(entry, parts)
    },
  )
}

function viewOf(entry: AuditEntry, parts: SignatureParts): SignatureView {
  const { audit } = parts
  const { recorded_at, data } = entry.inside ?? entry
  const signed = data as EventData<'record.signed'>
  const facts = { seq: entry.seq, recorded_at, data: signed, printed_name: audit.nameOf(signed.signer_id) }
  const view = checkSignature(facts, { row: row => intactRow(row, parts), correctedBy: audit.correctedBy })
  if (isIntact(entry.seq, parts)) return view
  return { ...view, valid: false, problem: `Row ${entry.seq}, the signature itself, is not as it was written.` }
}

/** A signed row, if it stands where it stood and its hash still follows from its text. */
function intactRow({ seq, hash: wanted }: SignedRecord, parts: SignatureParts) {
  const there = parts.audit.entry(seq)
  return there === null || there.hash !== wanted || !isIntact(seq, parts) ? null : there
}

/** True when the text of a row gives its hash with that of the row before, and names its own place. */
function isIntact(seq: number, { reader, site }: SignatureParts): boolean {
  const rows = reader.ledgerRows(Math.max(1, seq - 1), seq === 1 ? 1 : 2)
  const row = rows.at(-1)
  if (row === undefined || row.seq !== seq) return false
  const previous = seq === 1 ? genesisOf(row, site) : rows[0]!.hash
  return hexOf(rowHash(sha256, previous, row.body)) === hexOf(row.hash)
}

function genesisOf({ body }: LedgerRow, site: string): Uint8Array {
  const { data } = JSON.parse(body) as { data: Partial<EventData<'ledger.started'>> }
  return genesisHash(sha256, site, data.public_key ?? '')
}
