import Type, { type Static } from 'typebox'
import { Day, oneOf, Text } from './event/shape.ts'
import { SignedRecord } from './signature.ts'
import { Uuid } from './uuid.ts'

/** The events whose records a second person has to look at (21 CFR 117.165(a)(4)). */
export const REVIEWED_TYPES = ['gate.decided', 'deviation.opened', 'calibration.recorded'] as const
export type ReviewedType = (typeof REVIEWED_TYPES)[number]

/** A record that waits to be reviewed. */
export const DueReview = Type.Object(
  {
    seq: Type.Integer({ description: 'Number of its ledger event: what a review names.' }),
    hash: Type.String(),
    type: oneOf(...REVIEWED_TYPES),
    subject: Type.String(),
    text: Type.String(),
    recorded_at: Type.String(),
    performed_by: Type.String({ description: 'Who cannot review it.' }),
    due_on: Day,
    overdue: Type.Boolean(),
  },
  { $id: 'DueReview', additionalProperties: false },
)
export type DueReview = Static<typeof DueReview>

/** Oldest first. */
export const DueReviewPage = Type.Object(
  { reviews: Type.Array(DueReview), next: Text },
  { $id: 'DueReviewPage', additionalProperties: false },
)
export type DueReviewPage = Static<typeof DueReviewPage>

export const ReviewVerdict = oneOf('accepted', 'questioned')
export type ReviewVerdict = Static<typeof ReviewVerdict>

/** Records that were reviewed, each by the hash that was signed. */
export const Review = Type.Object(
  {
    review_id: Uuid,
    verdict: ReviewVerdict,
    notes: Text,
    records: Type.Array(SignedRecord),
    reviewed_at: Type.String(),
    reviewed_by: Type.String(),
    seq: Type.Integer(),
  },
  { $id: 'Review', additionalProperties: false },
)
export type Review = Static<typeof Review>
