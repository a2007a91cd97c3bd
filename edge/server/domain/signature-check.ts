import type { EventData } from '@flowviz/contract/event'
import type { SignatureView, SignedRecord } from '@flowviz/contract/signature'

/** The event of a signature, as it is read from the ledger. */
export interface SignatureFacts {
  seq: number
  recorded_at: string
  data: EventData<'record.signed'>
  /** The name as it is printed; null once the person was pseudonymised. */
  printed_name: string | null
}

/** What is there of the rows that a signature names. */
export interface SignedRows {
  row(signed: SignedRecord): { hash: string; subject: string | null; event_id: string } | null
  /** The number of the row that corrects an event, if there is one. */
  correctedBy(of: { event_id: string; subject: string; seq: number }): number | null
}

/**
 * A signature as it is shown: valid while every row that it signs is there with that hash and that subject, and none
 * was corrected since (21 CFR 11.70). Moved to another record, it does not fit that record's hash.
 */
export function checkSignature(
  { seq, recorded_at, data, printed_name }: SignatureFacts,
  rows: SignedRows,
): SignatureView {
  const problems = data.signs.flatMap(signed => problemOf(signed, seq, rows) ?? [])
  return {
    signature_id: data.signature_id,
    seq,
    signer_id: data.signer_id,
    printed_name,
    signed_at: recorded_at,
    meaning: data.meaning,
    signs: data.signs,
    valid: problems.length === 0,
    problem: problems.length === 0 ? null : problems.join(' '),
  }
}

function problemOf(signed: SignedRecord, at: number, rows: SignedRows): string | null {
  const row = rows.row(signed)
  if (row === null || row.hash !== signed.hash) return `Row ${signed.seq} is not the one that was signed.`
  if (row.subject !== signed.subject) return `Row ${signed.seq} is of another record.`
  if (signed.seq >= at) return `Row ${signed.seq} is younger than the signature.`
  const by = rows.correctedBy({ event_id: row.event_id, subject: signed.subject, seq: signed.seq })
  return by === null ? null : `Row ${signed.seq} was corrected by row ${by}.`
}
