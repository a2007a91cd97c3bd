import type { AuditFacts } from '@flowviz/contract/audit'
import type { EventData } from '@flowviz/contract/event'
import type { Monitor } from '@flowviz/contract/plant/monitor'
import type { QcPlan } from '@flowviz/contract/plant/qc-plan'
import type { SignatureView } from '@flowviz/contract/signature'
import type { Section } from './pack-section.ts'

/** A plan as it was in force. */
export interface PrintedPlan {
  plan: QcPlan
  version: number
  /** Null: it came with the release, and nobody at this site has approved it. */
  approved_at: string | null
  approved_by: string | null
}

/** When a record was reviewed, or until when it has to be. */
export interface PrintedReview {
  seq: number
  recorded_at: string
  due_on: string
  reviewed_at: string | null
  reviewed_by: string | null
  verdict: string | null
  /** Whole days from the record to its review; null without one. */
  days: number | null
}

/** What is looked up beside an event, so that it can be read by itself. */
export interface Beside {
  /** Codes and products of the lots that it names. */
  lots: readonly { lot_id: string; lot_code: string; product: string | null }[]
  run_code: string | null
  /** Title of the gate that decided. */
  gate: string | null
  monitor: Monitor | null
  /** Of a record that has to be reviewed, or of each that a review names. */
  reviews: readonly PrintedReview[]
  signature: SignatureView | null
}

/** One row of the ledger as it goes into a pack. */
export interface PackRecord {
  seq: number
  /** Hex */
  hash: string
  /** The row's hash follows from its text and the row before. */
  fits: boolean
  section: Section
  /** Of the event that the row holds, or that it brought back. */
  facts: AuditFacts
  /** When a restore brought it back; null for what was never lost. */
  brought_back_at: string | null
  beside: Beside
}

/** A lot one step away from what the pack is about. */
export interface PrintedLink {
  way: 'up' | 'down'
  lot_code: string
  lot_type: string
  kind: string
  run_code: string | null
  weight_kg: string
  count: number | null
  /** Number of its ledger event. */
  seq: number
}

/** Whether the ledger that a pack was made from is as it was written. */
export interface Integrity {
  /** Numbers of the packed rows whose hash does not follow from their text and the row before. */
  broken: readonly number[]
  /** The rows lead to the root that was signed. */
  root_fits: boolean
}

/** What stands on the cover and at the end. */
export interface PackHead {
  site: string
  site_name: string
  /** Such as `Lot KIE-261123-L1-0001` or a period. */
  title: string
  format: string
  pack_id: string
  requested_at: string
  requested_by: string
  made_at: string
  /** The last row of the signed tree. */
  head: { epoch: number; seq: number; hash: string }
  tree_size: number
  public_key: string
  checkpoint: string
  receipt: string | null
  counts: Readonly<Record<Section, number>>
  plans: readonly PrintedPlan[]
  links: readonly PrintedLink[]
  integrity: Integrity
}

/** The data of a record, when it is of that type. */
export function dataOf<T extends keyof Data>(type: T, { facts }: PackRecord): Data[T] | null {
  return facts.type === type ? (facts.data as Data[T]) : null
}

interface Data {
  'gate.decided': EventData<'gate.decided'>
  'calibration.recorded': EventData<'calibration.recorded'>
  'excursion.ended': EventData<'excursion.ended'>
}
