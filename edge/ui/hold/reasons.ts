import type { Disposition } from '@flowviz/contract/quality-word'
import { say } from './words.ts'

export const DISPOSITIONS: readonly Disposition[] = ['release', 'rework', 'divert', 'destroy', 'return']

const BECAUSE = {
  release: ['because_safe', 'because_no_fault'],
  rework: ['because_rework', 'because_quality'],
  divert: ['because_other_use', 'because_quality'],
  destroy: ['because_unsafe', 'because_quality'],
  return: ['because_supplier', 'because_quality'],
} as const satisfies Record<Disposition, readonly string[]>

/** Why it was decided so, as keys. */
export const becauseOf = (disposition: Disposition): string[] => BECAUSE[disposition].map(word => say(word))
