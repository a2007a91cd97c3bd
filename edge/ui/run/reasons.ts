import { say } from './words.ts'

/** Why a run pauses, the commonest first. */
export const pauses = (): string[] => [
  say('pause_break'),
  say('pause_clean'),
  say('pause_material'),
  say('pause_machine'),
  say('pause_quality'),
  say('pause_people'),
  say('pause_safety'),
  say('pause_other'),
]

/** What explains mass that is missing, or too much. */
export const explanations = (): string[] => [
  say('explain_moisture'),
  say('explain_spill'),
  say('explain_machine'),
  say('explain_scale'),
  say('explain_hand'),
  say('explain_other'),
]
