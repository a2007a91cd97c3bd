import type { EventData } from '@flowviz/contract/event'
import type { Actor } from '@flowviz/contract/identity'
import type { DeviationCause, HoldCause } from '@flowviz/contract/quality-word'
import type { Said } from '@flowviz/contract/said'
import type { LotPlace } from '../../store/lot-store.ts'
import type { Context } from '../command-context.ts'
import { LOTS_MAX, placeHold } from './place-hold.ts'

type Opened = EventData<'deviation.opened'>
/** What was found wrong, as far as it is known; the rest is null. */
export type Finding = Partial<
  Omit<Opened, 'deviation_id' | 'cause' | 'began_at' | 'hold_id' | 'lot_count' | 'lot_ids' | 'text' | 'said'>
>

export interface Opening {
  /** Left out: a new one. */
  deviation_id?: string
  actor: Actor
  cause: DeviationCause
  /** Why the lots are held, where it is not the deviation as such. */
  hold_cause?: HoldCause
  text: string
  /** The text as data; null: it is in the words of a person. */
  said: Said | null
  began_at: string
  finding: Finding
  /** Everything that may be affected; it is held in the same transaction. */
  lots: readonly LotPlace[]
  occurred_at?: string | null
}

const UNKNOWN: Required<Finding> = {
  gate_id: null,
  decision_id: null,
  monitor_id: null,
  monitor_version: null,
  device_id: null,
  channel: null,
  instrument_id: null,
  run_id: null,
  line: null,
  value: null,
  unit: null,
  limit: null,
  last_good_at: null,
  reading_seq: null,
}

/** Appends `hold.placed` for the whole scope and `deviation.opened`, which names it (F2 I10). `hold_id` is null without lots. */
export function openDeviation(opening: Opening, context: Context): { deviation_id: string; hold_id: string | null } {
  const { actor, cause, hold_cause = 'deviation', text, said, began_at, finding, lots, occurred_at = null } = opening
  const deviation_id = opening.deviation_id ?? context.newId()
  const hold = placeHold({ actor, cause: hold_cause, reason: text, said, lots, deviation_id, occurred_at }, context)
  const hold_id = hold?.hold_id ?? null
  const held = hold?.lot_ids ?? []
  context.ledger.append({
    type: 'deviation.opened',
    actor,
    subject: `deviation:${deviation_id}`,
    data: {
      deviation_id,
      cause,
      ...UNKNOWN,
      ...finding,
      began_at,
      hold_id,
      lot_count: held.length,
      lot_ids: held.slice(0, LOTS_MAX),
      text,
      ...(said === null ? {} : { said }),
    },
    occurred_at,
  })
  return { deviation_id, hold_id }
}
