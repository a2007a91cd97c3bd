import type { FloorAccess } from './floor-access.ts'
import type { Holder } from './holder.ts'
import type { OfflinePin } from './offline-pin.ts'
import { refusedBy, type SignInTrouble } from './sign-in-trouble.ts'

export interface ChangePinParts {
  access: Pick<FloorAccess, 'changeSecret'>
  holder: Pick<Holder, 'held'>
  /** Null on a page without a secure context. */
  offline: Pick<OfflinePin, 'check' | 'learn' | 'forget'> | null
  report: (error: unknown) => void
}

/** Gives who is here another PIN. Null when it is done: from then on this tablet takes the new one alone. */
export type ChangePin = (change: { old: string; pin: string }) => Promise<SignInTrouble | null>

export function createChangePin({ access, holder, offline, report }: ChangePinParts): ChangePin {
  const forget = async (person_id: string) => offline?.forget(person_id).catch(report)
  /** An answer may have been lost: what the tablet takes and the appliance does not is a PIN of before. */
  const refusedOld = async (person_id: string, old: string): Promise<SignInTrouble> => {
    const verdict = await offline?.check(person_id, old).catch(report)
    if (verdict?.kind !== 'right') return { kind: 'wrong', left: null }
    await forget(person_id)
    return { kind: 'changed' }
  }
  return async ({ old, pin }) => {
    const here = holder.held.peek()?.person
    if (here === undefined) return null
    const answer = await access.changeSecret({ old_secret: old, secret: pin })
    if (!answer.ok) {
      const { trouble } = answer
      return trouble.code === 'credentials_wrong' ? refusedOld(here.id, old) : refusedBy(trouble)
    }
    await offline?.learn({ person: answer.value, pin }).catch(error => {
      report(error)
      // Rather none than the one of before.
      return forget(here.id)
    })
    return null
  }
}
