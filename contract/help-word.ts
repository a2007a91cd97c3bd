import type { Static } from 'typebox'
import { oneOf } from './event/shape.ts'

/** What somebody needs help with. */
export const HelpReason = oneOf('safety', 'machine', 'quality', 'material', 'cleaning', 'other')
export type HelpReason = Static<typeof HelpReason>

/** ANSWERED: somebody comes, and the timer stands still. */
export const HELP_STATES = ['CALLED', 'ANSWERED', 'CLOSED'] as const
export type HelpState = (typeof HELP_STATES)[number]
