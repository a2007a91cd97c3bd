import { verifyPlant } from '../../../maintain/verify-plant.ts'
import type { Sqlite } from '../../../store/open.ts'
import { rebuildProjections } from '../../../store/rebuild.ts'
import { agreementProblems } from './agreement.ts'
import { gateProblems } from './gate.ts'
import { genealogyProblems } from './genealogy.ts'
import { probeProblems, roomProblems } from './room.ts'
import { runProblems } from './run.ts'
import { signProblems } from './sign.ts'
import { stockProblems } from './stock.ts'
import type { Told } from './told.ts'
import { useProblems } from './use.ts'

/** What is wrong with a history by itself, by the invariants of the plant. */
export const historyProblems = (told: readonly Told[]) => ({
  'genealogy is a DAG': genealogyProblems(told),
  'stock is never below zero, and all of it is accounted for': stockProblems(told).problems,
  'the masses of a run add up, and it closes in balance or with a signed explanation': runProblems(told),
  'no lot is used that is held, failed, recalled, expired or not past its gate': useProblems(told).problems,
  'gates pass in their turn, and a failed CCP holds all since the last good check': gateProblems(told),
  'what stood in a room while it was outside its limit is held': roomProblems(told),
  'what stood where a probe showed too much or too little is held': probeProblems(told),
  'a signature binds what it signs, and nobody judges own work': signProblems(told),
})

/** What is wrong with the file of a plant: its tables are the replay of its ledger, and its chain verifies. */
export function fileProblems(db: Sqlite) {
  const { ok, detail } = verifyPlant(db, {})
  return {
    'projections are the replay of the ledger': rebuildProjections(db).differences,
    'the chain verifies': ok ? [] : [detail],
  }
}

/** Everything that is wrong with a plant, by the sentence that it breaks. */
export function plantProblems(plant: { db: Sqlite; told: readonly Told[]; now_ms: number }): Record<string, unknown[]> {
  const { db, told, now_ms } = plant
  const all: Record<string, unknown[]> = {
    ...historyProblems(told),
    ...fileProblems(db),
    'the tables say of each lot what the ledger says': agreementProblems(db, told, now_ms),
  }
  return Object.fromEntries(Object.entries(all).filter(([, problems]) => problems.length > 0))
}
