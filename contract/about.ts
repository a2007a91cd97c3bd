/** What an event is read for here; any version of any event has it. */
export interface Told {
  type: string
  subject?: string
  actor?: { kind: string; id: string; device: string | null }
  data?: unknown
}

/** Whose id stands under a key, by the last word of the key: `from_location_id` names a location. */
const KINDS: Readonly<Record<string, string>> = {
  lot: 'lot',
  run: 'run',
  hold: 'hold',
  deviation: 'deviation',
  action: 'action',
  hu: 'hu',
  receipt: 'receipt',
  shipment: 'shipment',
  attachment: 'attachment',
  document: 'document',
  pack: 'pack',
  monitor: 'monitor',
  instrument: 'instrument',
  device: 'device',
  scale: 'device',
  item: 'item',
  recipe: 'recipe',
  plan: 'qc_plan',
  location: 'location',
  lane: 'location',
  party: 'party',
  supplier: 'party',
  customer: 'party',
  carrier: 'party',
  person: 'person',
  signer: 'person',
  witness: 'person',
  owner: 'person',
}
/** Lists of ids whose key does not say so. */
const LISTS: Readonly<Record<string, string>> = { freed: 'lot', passed_over: 'lot' }
/** `location:cold-room/hu:019a...`, `customer:acme`; the words of an account that name no record are not in it. */
const REFERENCE = /^[a-z_]+:[^\s/]{1,64}(\/[a-z_]+:[^\s/]{1,64})*$/

/**
 * Every record that an event concerns, as `kind:id` and each once: its own subject, the machine that its actor used,
 * and each id that its data carries at any depth. A consumption is about its run, its lots and the places they left.
 */
export function aboutOf(event: Told): string[] {
  const found = new Set<string>()
  if (typeof event.subject === 'string' && event.subject !== '') found.add(event.subject)
  const { kind, id, device } = event.actor ?? {}
  if (kind === 'device') found.add(`device:${id}`)
  if (typeof device === 'string') found.add(`device:${device}`)
  collect(event.data, found)
  return [...found]
}

function collect(value: unknown, found: Set<string>): void {
  // Lists of texts are read by their key.
  if (Array.isArray(value)) {
    if (typeof value[0] === 'object') for (const one of value) collect(one, found)
  } else if (typeof value === 'object' && value !== null) {
    const fields = value as Record<string, unknown>
    for (const key in fields) readField(key, fields[key], found)
  }
}

function readField(key: string, held: unknown, found: Set<string>): void {
  if (typeof held === 'string') {
    const kind = kindOf(key)
    if (kind === REFERS) refer(held, found)
    else if (kind !== null) found.add(`${kind}:${held}`)
  } else if (Array.isArray(held) && typeof held[0] === 'string') {
    const kind = kindOf(key)
    if (kind !== null) for (const id of held as string[]) found.add(`${kind}:${id}`)
  } else collect(held, found)
}

const REFERS = ''

/** The parts of an account or a subject; one that is a bare word (`supplier`, a state) is none. */
function refer(text: string, found: Set<string>): void {
  if (!REFERENCE.test(text)) return
  for (const part of text.split('/'))
    found.add(part.startsWith('customer:') ? `party:${part.slice('customer:'.length)}` : part)
}

// Few keys exist, and each is asked for in every event. What a foreign release invents must not fill the memory.
const known = new Map<string, string | null>()
const KNOWN_MAX = 1_000

function kindOf(key: string): string | null {
  const before = known.get(key)
  if (before !== undefined) return before
  const kind = readKind(key)
  if (known.size < KNOWN_MAX) known.set(key, kind)
  return kind
}

function readKind(key: string): string | null {
  if (key === 'subject' || key === 'from' || key === 'to') return REFERS
  const noun = /(?:^|_)(?<noun>[a-z]+)_ids?$/.exec(key)?.groups?.noun
  if (noun !== undefined) return Object.hasOwn(KINDS, noun) ? KINDS[noun]! : null
  return Object.hasOwn(LISTS, key) ? LISTS[key]! : null
}

/** What the audit trail is searched by; every part that is given must hold. */
export interface AuditFilter {
  /** `kind:id` of a record that the event concerns. */
  subject?: string
  /** Id of the person who did it. */
  person?: string
  /** Id of a device that the event concerns or that did it. */
  device?: string
  type?: string
}

/** True when an event is one that the filter asks for. `told` is the event and what a recovery row brought back in it. */
export function concerns(told: readonly Told[], { subject, person, device, type }: AuditFilter): boolean {
  if (type !== undefined && told[0]?.type !== type) return false
  if (person !== undefined && !told.some(({ actor }) => actor?.kind === 'person' && actor.id === person)) return false
  if (subject === undefined && device === undefined) return true
  const about = new Set(told.flatMap(aboutOf))
  return (subject === undefined || about.has(subject)) && (device === undefined || about.has(`device:${device}`))
}

/** The event, and the one that a `ledger.recovered` row carries inside. */
export function toldBy<T extends Told>(event: T): [T, ...Told[]] {
  if (event.type !== 'ledger.recovered') return [event]
  try {
    const inner = JSON.parse((event.data as { body: string }).body) as Told
    return [event, ...toldBy(inner)]
  } catch {
    return [event]
  }
}
