import type { Actor } from '@flowviz/contract/identity'
import type { Role } from '@flowviz/contract/role'
import type { PersonStatus } from '@flowviz/contract/signature'
import type { IdempotencyKey } from './ask.ts'

/** What is done to people. Secrets and badge numbers come here as hashes only. */
export interface PeopleBodies {
  'create-user': { name: string; display_name: string; role: Role; secret_hash: string }
  'change-user': { person_id: string; role?: Role; display_name?: string; status?: PersonStatus }
  'reset-secret': { person_id: string; secret_hash: string }
  /** Their own; ends the sessions of the person but this one. */
  'change-secret': { person_id: string; secret_hash: string; session_id: string }
  'pseudonymise-user': { person_id: string }
  'assign-badge': { person_id: string; digest: string; expires_at: string | null }
  'revoke-badge': { person_id: string; badge_id: string }
  'end-sessions': { person_id: string }
}
export type PeopleCommand = keyof PeopleBodies

export type PeopleAskOf<N extends PeopleCommand> = { name: N; body: PeopleBodies[N] } & {
  actor: Actor
  reason: string | null
  idempotency: IdempotencyKey | null
}
export type PeopleAsk = { [N in PeopleCommand]: PeopleAskOf<N> }[PeopleCommand]

/** Ids alone: names do not stand in the answers that are kept for idempotency keys. */
export interface PeopleGives {
  person_id: string
  badge_id: string | null
  /** Sessions that were ended: their access tokens are refused from now on. */
  ended: string[]
}
