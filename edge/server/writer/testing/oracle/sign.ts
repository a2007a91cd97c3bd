import type { LedgerEvent } from '@flowviz/contract/event'
import type { Role } from '@flowviz/contract/role'
import { learn, nothingKnown, type PlantMemory } from './memory.ts'
import { broken, type EventOf, type Told, wherever } from './told.ts'

type Signed = EventOf<'record.signed'>

/** A signature is bound to rows that are there, by their hash, in the name of somebody who had that role. */
function binding(event: Signed, told: readonly Told[], roles: ReadonlyMap<string, Role>): string[] {
  const { signer_id, signer_role, signs } = event.data
  const stranger = roles.get(signer_id) === signer_role ? [] : [broken(event, `${signer_id} is no ${signer_role}`)]
  const loose = wherever(signs, ({ seq, hash, subject }) => {
    const row = told[seq - 1]
    const bound = seq < event.seq && row?.hash === hash && row.event.subject === subject
    return bound ? null : broken(event, `row ${seq} is not what was signed`)
  })
  return [...stranger, ...loose]
}

/** Steps that count only with a signature, and who may give it. */
const SIGNED: Partial<Record<LedgerEvent['type'], readonly Role[]>> = {
  'hold.dispositioned': ['MANAGER'],
  'deviation.closed': ['MANAGER'],
  'record.reviewed': ['MANAGER', 'AUDITOR'],
  'run.reviewed': ['MANAGER', 'AUDITOR'],
}

/** Gates that the plan wants signed, or that were waived, need one to pass. */
function entitled(event: LedgerEvent, { plans }: PlantMemory): readonly Role[] | null {
  if (event.type !== 'gate.decided') return SIGNED[event.type] ?? null
  const { plan_id, plan_version, gate_no, waived, decision } = event.data
  if (decision !== 'PASS') return null
  if (waived) return ['MANAGER']
  const gate = plans.get(`${plan_id}@${plan_version}`)?.gates.find(one => one.gate_no === gate_no)
  return gate?.signed === true ? ['ADMIN', 'MANAGER', 'AUDITOR', 'OPERATOR'] : null
}

const signaturesOf = (seq: number, told: readonly Told[]): Signed['data'][] =>
  told.flatMap(({ event }) =>
    event.type === 'record.signed' && event.data.signs.some(row => row.seq === seq) ? [event.data] : [],
  )

function missing(event: LedgerEvent, told: readonly Told[], memory: PlantMemory): string[] {
  const roles = entitled(event, memory)
  const signatures = signaturesOf(event.seq, told)
  const by = ({ signer_id, signer_role }: Signed['data']) =>
    signer_id === event.actor.id && roles?.includes(signer_role) === true
  if (roles !== null && !signatures.some(by)) return [broken(event, 'nobody who may has signed it')]
  if (event.type !== 'hold.executed' || event.data.disposition !== 'destroy') return []
  const { witness_id } = event.data
  const seen = signatures.some(({ signer_id, meaning }) => signer_id === witness_id && meaning === 'witnessed')
  return seen && witness_id !== event.actor.id ? [] : [broken(event, 'nobody else has seen it')]
}

type Before = (event: LedgerEvent, told: readonly Told[]) => string[]
const doers = (told: readonly Told[], fits: (event: LedgerEvent) => boolean): string[] =>
  told.flatMap(({ event }) => (fits(event) ? [event.actor.id] : []))
const lastDoer = (told: readonly Told[], fits: (event: LedgerEvent) => boolean): string[] => doers(told, fits).slice(-1)

/** Who did what a step judges: under dual control none of them takes the step. */
const FIRST: Partial<Record<LedgerEvent['type'], Before>> = {
  'run.reviewed': ({ subject }, told) =>
    doers(told, event => event.subject === subject && event.type !== 'record.signed' && event.actor.kind === 'person'),
  'record.reviewed': (event, told) =>
    event.type === 'record.reviewed' ? event.data.records.map(({ seq }) => told[seq - 1]!.event.actor.id) : [],
  'hold.dispositioned': (event, told) =>
    doers(told, one => one.type === 'hold.placed' && one.subject === event.subject),
  'deviation.verified': ({ subject }, told) =>
    lastDoer(told, one => one.type === 'deviation.evaluated' && one.subject === subject),
  'training.recorded': event => (event.type === 'training.recorded' ? [event.data.person_id] : []),
}

/** Two people, whatever the site has decided. */
const ALWAYS: Partial<Record<LedgerEvent['type'], Before>> = {
  'action.verified': (event, told) =>
    lastDoer(
      told,
      one =>
        one.type === 'action.done' && event.type === 'action.verified' && one.data.action_id === event.data.action_id,
    ),
  'recipe.approved': (event, told) =>
    doers(
      told,
      one =>
        one.type === 'recipe.drafted' &&
        event.type === 'recipe.approved' &&
        one.subject === event.subject &&
        one.data.version === event.data.version,
    ),
  'qc_plan.approved': (event, told) =>
    doers(
      told,
      one =>
        one.type === 'qc_plan.drafted' &&
        event.type === 'qc_plan.approved' &&
        one.subject === event.subject &&
        one.data.version === event.data.version,
    ),
  'monitor.approved': (event, told) =>
    doers(
      told,
      one =>
        one.type === 'monitor.drafted' &&
        event.type === 'monitor.approved' &&
        one.subject === event.subject &&
        one.data.version === event.data.version,
    ),
}

/** Signatures that do not bind, steps without one, and people who judge their own work (design 8, invariant 7). */
export function signProblems(told: readonly Told[]): string[] {
  const memory = nothingKnown()
  const roles = new Map<string, Role>()
  return told.flatMap(({ event }, at) => {
    if (event.type === 'person.created' || event.type === 'person.changed')
      roles.set(event.data.person_id, event.data.role)
    learn(event, memory)
    const before = told.slice(0, at)
    const first = [
      ...(ALWAYS[event.type]?.(event, before) ?? []),
      ...(memory.settings.dual_control ? (FIRST[event.type]?.(event, before) ?? []) : []),
    ]
    return [
      ...(event.type === 'record.signed' ? binding(event, told, roles) : []),
      ...missing(event, told, memory),
      ...(first.includes(event.actor.id) ? [broken(event, `${event.actor.id} judges own work`)] : []),
    ]
  })
}
