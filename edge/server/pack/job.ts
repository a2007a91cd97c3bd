import type { ErrorCode } from '@flowviz/contract/error'
import type { PackFormat } from '@flowviz/contract/pack'

/** What a pack is of. */
export type PackScope = { lot_id: string } | { run_id: string } | { from: string; to: string }

/** One pack as its thread is told to make it. */
export interface PackJob {
  /** Of `plant.db`. */
  plant: string
  /** Folder of the finished files; the pack becomes `<pack_id>.<format>` in it. */
  folder: string
  pack_id: string
  of: PackScope
  format: PackFormat
  site_name: string
  requested_at: string
  /** Name and role of who asked. */
  requested_by: string
  /** Rows behind this one are not in the pack. */
  upto: number
}

export interface PackMade {
  records: number
  size_bytes: number
  sha256: string
  ledger_size: number
}

/** What the thread says of its pack: how far it is, and at last that it is made or that it cannot be. */
export type PackNews =
  | { done: number; of: number }
  | { made: PackMade }
  | { refused: { code: ErrorCode; text: string } }

/** Where a finished pack stands. */
export const fileOf = ({ pack_id, format }: Pick<PackJob, 'pack_id' | 'format'>): string => `${pack_id}.${format}`
