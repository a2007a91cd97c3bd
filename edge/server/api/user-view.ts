import type { EventData } from '@flowviz/contract/event'
import { timestampOf } from '@flowviz/contract/time'
import { isCurrent, SIGNATURE_POLICY, type Training } from '@flowviz/contract/training'
import { type Badge, STALE_DAYS, type User } from '@flowviz/contract/user'
import type { PlantReader } from '../parts.ts'
import type { StoredUser } from '../store/person-store.ts'
import type { StoredRecord } from '../store/record-store.ts'

const DAY_MS = 86_400_000
const LISTED_MAX = 1_000

/** A person as those see them who answer for the accounts. */
export function userView(user: StoredUser, { reader, now }: { reader: PlantReader; now: () => number }): User {
  const { person_id, status, created_at, signed_in_at } = user
  const at = timestampOf(now())
  const used = signed_in_at ?? created_at
  return {
    person_id,
    name: user.name,
    display_name: user.display_name,
    role: user.role,
    status,
    created_at,
    signed_in_at,
    secret_changed_at: user.secret_changed_at,
    must_change: user.must_change,
    stale: status === 'active' && used !== null && now() - Date.parse(used) > STALE_DAYS * DAY_MS,
    policy_acknowledged: reader.record('policy', `${person_id}/${SIGNATURE_POLICY}`) !== null,
    badges: recordsOf(reader, 'badge', person_id).map(badge => badgeView(badge, at)),
    trainings: trainingState(trainingsOf(reader, person_id), at.slice(0, 10)),
  }
}

/** Newest first. */
export function trainingsOf(reader: PlantReader, person_id: string): Training[] {
  return recordsOf(reader, 'training', person_id).map(({ body }) => body as unknown as Training)
}

const recordsOf = (reader: PlantReader, kind: 'badge' | 'training', parent: string) =>
  reader.records({ kind, parent, limit: LISTED_MAX })

export function badgeView({ body, state }: StoredRecord, at: string): Badge {
  const { badge_id, expires_at, assigned_at, revoked_at } = body as unknown as EventData<'badge.assigned'> & {
    assigned_at: string
    revoked_at?: string
  }
  const isExpired = expires_at !== null && expires_at <= at
  return {
    badge_id,
    state: state === 'REVOKED' ? 'REVOKED' : isExpired ? 'EXPIRED' : 'ACTIVE',
    assigned_at,
    expires_at,
    revoked_at: revoked_at ?? null,
  }
}

function trainingState(trainings: readonly Training[], day: string): User['trainings'] {
  const counting = trainings.filter(training => isCurrent(training, day))
  const valid = new Set(counting.map(({ procedure }) => procedure))
  // The last day of a procedure is that of its longest training.
  const last = new Map<string, string>()
  for (const { procedure, expires_on } of counting) {
    const end = expires_on ?? NEVER
    if (end > (last.get(procedure) ?? '')) last.set(procedure, end)
  }
  const ends = [...last.values()].filter(end => end !== NEVER).sort()
  return {
    valid: [...valid].sort(),
    expired: [...new Set(trainings.map(({ procedure }) => procedure).filter(one => !valid.has(one)))].sort(),
    next_expiry: ends[0] ?? null,
  }
}

const NEVER = '9999-12-31'
