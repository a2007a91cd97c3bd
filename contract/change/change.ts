import type { LinkKind, LotStatus, LotType } from '../lot-word.ts'
import type { Posting } from '../posting.ts'
import type { Decision } from '../quality-word.ts'

/** Kinds of records that are kept as they are read: one current state each, found by kind and id. */
export type RecordKind =
  | 'item'
  | 'party'
  | 'location'
  | 'instrument'
  | 'site'
  | 'recipe'
  | 'qc_plan'
  | 'monitor'
  | 'run'
  | 'hold'
  | 'deviation'
  | 'action'
  | 'review'
  | 'calibration'
  | 'receipt'
  | 'shipment'
  | 'shipment_line'
  | 'hu'
  | 'badge'
  | 'training'
  | 'policy'
  | 'signature'
  | 'attachment'
  | 'epcis_event'
  | 'epcis_name'
  | 'epcis_capture'
  | 'alarm'
  | 'recall'
  | 'recall_task'
  | 'recall_scope'
  | 'recall_consignee'
  | 'recall_balance'
  | 'recall_finding'
  | 'printer'
  | 'print_job'
  | 'trace_request'
  | 'trace_plan'
  | 'kde_correction'
  | 'pack'
  | 'help_call'
  | 'shift_handover'
  | 'temperature'
  | 'tablet'

/** A lot as it enters the tables. */
export interface NewLot {
  lot_id: string
  tlc_source: string
  lot_code: string
  lot_type: LotType
  weight_mg: number
  count: number | null
  item_id: string | null
  line: string | null
  expires_on: string | null
  plan_id: string | null
  plan_version: number | null
  gate_passed: number
  status: LotStatus
  location_id: string
}

/** An end of a link: a lot, or a stage of a run. */
export type LinkEnd = { lot_id: string } | { run_id: string; stage: number }

/** A QC decision as it is found again: by its lot, its line or its instrument. */
export interface GateRow {
  lot_id: string | null
  run_id: string | null
  line: string | null
  gate_no: number
  ccp: boolean
  decision: Decision
  instrument_id: string | null
}

/**
 * What an event changes in the tables, said once for both buildings: the appliance writes it into SQLite row by row,
 * headquarters into Postgres in bulk. An event alone says all of its changes, so a rebuild cannot differ.
 */
export type Change =
  | { to: 'lot'; lot: NewLot }
  /** Fields of a lot as they are from now on. */
  | { to: 'lot-state'; lot_id: string; status: LotStatus; gate_passed?: number }
  | { to: 'stock'; posting: Posting }
  | { to: 'link'; from: LinkEnd; into: LinkEnd; kind: LinkKind; weight_mg: number; count: number | null }
  | { to: 'gate'; gate: GateRow }
  | { to: 'held'; hold_id: string; lot_id: string }
  | { to: 'freed'; hold_id: string; lot_id: string }
  /**
   * Fields of a record as they are from now on; others stay. `parent` and `state` are what records are listed by,
   * `at` is their order (a version; left out: the event's seq).
   */
  | {
      to: 'record'
      of: RecordKind
      id: string
      parent?: string
      state?: string
      at?: number
      set: Record<string, unknown>
    }

/** What a rule needs of an event. */
export interface Told<Data> {
  data: Data
  id: string
  recorded_at: string
  occurred_at: string
  actor: { id: string; kind: string; station: string | null }
  reason?: string
}
