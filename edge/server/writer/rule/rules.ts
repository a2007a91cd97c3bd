import { LOT_RULES } from './lot.ts'
import type { Rules } from './rule.ts'

/** The rule of every command. */
export const RULES: Rules = { ...LOT_RULES }
