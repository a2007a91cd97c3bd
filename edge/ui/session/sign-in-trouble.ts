import type { Trouble } from '@flowviz/contract/screen/trouble'
import type { PinVerdict } from './offline-pin.ts'

/** Why somebody is not signed in. `unable` and `insecure`: the appliance is away, and this tablet cannot tell them. */
export type SignInTrouble =
  | { kind: 'refused'; trouble: Trouble }
  /** `left`: tries that are left at this tablet; null where the appliance counts them. */
  | { kind: 'wrong'; left: number | null }
  | { kind: 'locked'; left_ms: number }
  | { kind: 'shut' }
  | { kind: 'unable' }
  | { kind: 'insecure' }
  /** The appliance does not take the PIN that this tablet took. */
  | { kind: 'changed' }
  /** Who was to open it for another cannot. */
  | { kind: 'no_manager' }

/** What the appliance refused. On a pad with a chosen name only the PIN can be wrong. */
export const refusedBy = (trouble: Trouble): SignInTrouble =>
  trouble.code === 'credentials_wrong' ? { kind: 'wrong', left: null } : { kind: 'refused', trouble }

/** What this tablet says to a PIN that it does not take. */
export function untaken(verdict: Exclude<PinVerdict, { kind: 'right' }>): SignInTrouble {
  if (verdict.kind !== 'wrong') return verdict
  return verdict.next.kind === 'open' ? { kind: 'wrong', left: verdict.next.left } : verdict.next
}
