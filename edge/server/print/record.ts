import type { AuditEntry } from '@flowviz/contract/audit'
import type { SignatureView } from '@flowviz/contract/signature'

/** One record's history as it goes to paper. */
export interface PrintedRecord {
  site: string
  site_name: string
  /** `kind:id` */
  subject: string
  /** What people call it, such as a lot code; null when its events give it no name. */
  title: string | null
  /** The part of the history that was asked for; null: from the beginning, up to the end. */
  from: string | null
  to: string | null
  printed_at: string
  printed_by: string
  /** Oldest first. */
  entries: AuditEntry[]
  /** Numbers of the rows whose hash does not follow from their text and the row before. */
  broken: number[]
  signatures: SignatureView[]
  /** The end of the ledger, and what signs it. */
  head: { epoch: number; seq: number; hash: string }
  public_key: string | null
  checkpoint: string | null
  /** The checkpoint as headquarters countersigned it. */
  receipt: string | null
}
