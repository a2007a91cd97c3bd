import Type, { type Static } from 'typebox'
import { Decimal } from './decimal.ts'
import { QUALITY_EVENTS } from './event/quality.ts'
import { object, oneOf, orNull, Text } from './event/shape.ts'
import { DeviationState } from './quality-word.ts'
import { Said } from './said.ts'

const { lot_ids: _, ...opened } = QUALITY_EVENTS['deviation.opened'].properties
const { deviation_id: __, ...evaluated } = QUALITY_EVENTS['deviation.evaluated'].properties

const Row = {
  state: DeviationState,
  ...opened,
  said: orNull(Said),
  lot_count: Type.Integer(),
  opened_at: Type.String(),
  ended_at: Text,
  worst_value: orNull(Decimal),
  evaluation: orNull(object(evaluated)),
  evaluated_at: Text,
  evaluated_by: Text,
  verified_at: Text,
  verified_by: Text,
  closed_at: Text,
  closed_by: Text,
} as const

/** A deviation as it stands in a list. ACTIONS_DONE: it was evaluated, and all of its actions are done. */
export const DeviationRow = Type.Object(Row, { $id: 'DeviationRow', additionalProperties: false })
export type DeviationRow = Static<typeof DeviationRow>

/** What is done about a deviation. One that was found to be without effect is OPEN again. */
export const Action = Type.Object(
  {
    ...QUALITY_EVENTS['action.assigned'].properties,
    state: oneOf('OPEN', 'DONE', 'VERIFIED'),
    assigned_at: Type.String(),
    assigned_by: Type.String(),
    done: Text,
    done_at: Text,
    done_by: Text,
    verified: Text,
    verified_at: Text,
    verified_by: Text,
  },
  { $id: 'Action', additionalProperties: false },
)
export type Action = Static<typeof Action>

/** A deviation with its actions, and with the curve of an excursion once that has ended. */
export const Deviation = Type.Object(
  { ...Row, actions: Type.Array(Action), curve: QUALITY_EVENTS['excursion.ended'].properties.curve },
  { $id: 'Deviation', additionalProperties: false },
)
export type Deviation = Static<typeof Deviation>

export const DeviationPage = Type.Object(
  { deviations: Type.Array(DeviationRow), next: Text },
  { $id: 'DeviationPage', additionalProperties: false },
)
export type DeviationPage = Static<typeof DeviationPage>
