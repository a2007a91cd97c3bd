import { setImmediate } from 'node:timers/promises'
import type { AuditEntry } from '@flowviz/contract/audit'
import { FlowError } from '@flowviz/contract/error'
import type { Role } from '@flowviz/contract/role'
import type { AuditReader } from '../store/audit-reader.ts'
import type { AuditQuery } from '../store/audit-search.ts'
import type { SignedIn } from './token.ts'

/** Roles that read what others did; an operator reads what is their own. */
const READERS: readonly Role[] = ['ADMIN', 'MANAGER', 'AUDITOR']

/** The part of the trail that a person may read. @throws FlowError role_insufficient when another one is asked for. */
export function scoped<Q extends AuditQuery>(query: Q, { role, person_id }: SignedIn): Q {
  if (READERS.includes(role)) return query
  if (query.person !== undefined && query.person !== person_id)
    throw new FlowError('role_insufficient', 'An operator reads what is their own.', {
      extra: { required_roles: READERS },
    })
  return { ...query, person: person_id }
}

/** The trail in small pages, newest first; between two of them the others have the thread. */
export async function* trail(
  audit: Pick<AuditReader, 'step'>,
  query: AuditQuery,
  { below, limit }: { below: number; limit: number },
): AsyncGenerator<{ entries: AuditEntry[]; next: number | null }> {
  let wanted = limit
  for (let next: number | null = below; next !== null && wanted > 0; ) {
    const step = audit.step(query, { below: next, limit: wanted })
    wanted -= step.entries.length
    next = step.next
    yield step
    await setImmediate()
  }
}
