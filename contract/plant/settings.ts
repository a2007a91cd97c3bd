import Type, { type Static } from 'typebox'
import { Name } from '../name.ts'
import { RecallGoal } from '../recall-word.ts'

/** A range of serials under a GS1 company prefix, both ends included. */
const SsccRange = Type.Object(
  {
    company_prefix: Type.String({ pattern: '^\\d{4,12}$' }),
    extension: Type.Integer({ minimum: 0, maximum: 9 }),
    first: Type.Integer({ minimum: 0 }),
    last: Type.Integer({ minimum: 0 }),
  },
  { additionalProperties: false },
)

/** What a site decides for itself. */
export const SiteSettings = Type.Object(
  {
    /** Part 11 in full: both components, acknowledged policy and valid training before every signature. */
    strict_signature: Type.Boolean(),
    /** Who placed a hold does not release it; who did a record does not review it. */
    dual_control: Type.Boolean(),
    /** A gate is decided only by people with a valid training in it. */
    training_required: Type.Boolean(),
    /** Records are reviewed within so many working days (21 CFR 117.165). */
    review_days: Type.Integer({ minimum: 1, maximum: 60 }),
    /** ISO weekdays on which the plant works, 1 is Monday. */
    working_days: Type.Array(Type.Integer({ minimum: 1, maximum: 7 }), { minItems: 1, maxItems: 7 }),
    /** Unexplained difference that a run may close with, percent of its inputs. */
    tolerance_pct: Type.String({ pattern: '^\\d{1,3}(\\.\\d{1,3})?$' }),
    /** Lots in the house that were made of a held lot are held with it. */
    hold_descendants: Type.Boolean(),
    /** What recalls and drills are judged by; left out: 240 minutes, and from 99.0 to 101.0 % accounted for. */
    recall_goal: Type.Optional(RecallGoal),
    /** The QC plan of lots whose item names none. */
    plan_id: Name,
    /** Global location number of the site: what it tells others (EPCIS, labels) is named under it. */
    gln: Type.Optional(Type.String({ pattern: '^\\d{13}$' })),
    /** The serials that this site may put into SSCCs; no two sites have the same. */
    sscc_block: Type.Optional(SsccRange),
  },
  { $id: 'SiteSettings', additionalProperties: false },
)
export type SiteSettings = Static<typeof SiteSettings>

export const DEFAULT_SETTINGS: SiteSettings = {
  strict_signature: false,
  dual_control: true,
  training_required: false,
  review_days: 7,
  working_days: [1, 2, 3, 4, 5],
  tolerance_pct: '2',
  hold_descendants: false,
  plan_id: 'seven-gates',
}
