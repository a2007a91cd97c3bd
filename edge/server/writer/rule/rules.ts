import { DRAFT_RULES } from './draft.ts'
import { LOT_RULES } from './lot.ts'
import { MASTER_RULES } from './master.ts'
import { PERSON_RULES } from './person.ts'
import type { Rules } from './rule.ts'

/** The rule of every command. */
export const RULES: Rules = { ...MASTER_RULES, ...DRAFT_RULES, ...LOT_RULES, ...PERSON_RULES }
