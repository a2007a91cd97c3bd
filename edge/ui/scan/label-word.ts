import type { Fault } from '@flowviz/contract/gs1/fault'
import type { Warning } from '@flowviz/contract/gs1/scan'
import { language } from '../word/language.ts'
import { pseudo } from '../word/pseudo.ts'
import { FAULTS_ES, WARNINGS_ES } from './label-es.ts'

/** Why a label cannot be read, in the language of the moment; what exactly is wrong is said in English alone. */
export function faultWords({ code, message, hint }: Omit<Fault, 'ok'>): { message: string; hint: string } {
  if (language.value === 'es') return FAULTS_ES[code]
  return language.value === 'en' ? { message, hint } : { message: pseudo(message), hint: pseudo(hint) }
}

/** What was assumed when a label was read. */
export function warningWords({ code, message }: Warning): string {
  if (language.value === 'es') return WARNINGS_ES[code]
  return language.value === 'en' ? message : pseudo(message)
}
