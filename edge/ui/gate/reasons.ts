import { say } from './words.ts'

/** Why lots are held and rejected, the usual ones first; nobody types a reason with gloves on. */
export const reasons = (): string[] => [
  say('reason_temperature'),
  say('reason_damage'),
  say('reason_foreign'),
  say('reason_label'),
  say('reason_documents'),
  say('reason_smell'),
  say('reason_allergen'),
  say('reason_other'),
]
