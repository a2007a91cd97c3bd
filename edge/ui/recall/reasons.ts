import { say } from './words.ts'

const REASONS = [
  'reason_gone',
  'reason_used',
  'reason_shipped',
  'reason_discarded',
  'reason_elsewhere',
  'reason_ask',
] as const

/** Why a lot is not to be found, as keys. */
export const missingReasons = (): string[] => REASONS.map(reason => say(reason))
