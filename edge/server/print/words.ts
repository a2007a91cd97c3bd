import type { AuditFacts } from '@flowviz/contract/audit'

/** `2026-11-23T05:00:00.000Z` as `2026-11-23 05:00:00.000 UTC`. */
export function timeOf(timestamp: string): string {
  return timestamp.replace('T', ' ').replace('Z', ' UTC')
}

export function whoOf({ actor }: Pick<AuditFacts, 'actor'>): string {
  if (actor === null) return 'not recorded'
  const name =
    actor.kind === 'person' ? (actor.display_name ?? `name withheld, person ${actor.id}`) : `${actor.kind} ${actor.id}`
  const more = [
    actor.role,
    actor.station === null ? null : `at ${actor.station}`,
    actor.device === null ? null : `with ${actor.device}`,
  ]
  return [name, ...more.filter(part => part !== null)].join(', ')
}

/** `weight.measurement.value` as `weight / measurement / value`. */
export function labelOf(path: string): string {
  return path.replaceAll('_', ' ').replaceAll('.', ' / ')
}

export function shown(value: unknown): string {
  if (value === null || value === undefined) return 'none'
  if (Array.isArray(value)) return value.length === 0 ? 'none' : value.map(shown).join(isPlain(value) ? ', ' : '\n')
  if (typeof value === 'object')
    return Object.entries(value)
      .filter(([, inner]) => inner !== null)
      .map(([key, inner]) => `${labelOf(key)} ${shown(inner)}`)
      .join(', ')
  return typeof value === 'string' && TIMESTAMP.test(value) ? timeOf(value) : String(value)
}

const TIMESTAMP = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/

const isPlain = (values: unknown[]) => values.every(value => typeof value !== 'object')

/** How to check rows, proofs and signatures without this plant's software. */
export const VERIFY =
  'How to verify. Each row of the ledger is SHA-256("flowviz/ledger/v1" LF, hash of the row before, SHA-256(text of the row)), so that no ' +
  'row can be changed, left out or put in without every later hash changing. The checkpoint above is the size and the root of the Merkle ' +
  'tree (RFC 6962) over those hashes, signed with the key of the box; headquarters keeps a countersigned copy. `flowviz ledger proof` gives ' +
  'the proof of one row against it, and `flowviz ledger verify` checks a proof, an export or a whole ledger, offline, with public keys only. ' +
  'A signature holds as long as every row that it names is there with that hash and has not been corrected since.'
