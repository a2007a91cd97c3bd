import type { CommandVerdict } from '@flowviz/contract/batch'
import type { Problem } from '@flowviz/contract/error'
import type { SignedCommand, TabletVerdicts } from '@flowviz/contract/tablet'
import type { ReadonlySignal } from '@preact/signals'
import { type AskParts, ask, type Heard } from './ask.ts'
import type { Entry } from './entry.ts'
import { queuedOf } from './envelope.ts'

/** What the appliance has of the numbers of an enrolled tablet. */
export type Received = Omit<TabletVerdicts, 'verdicts'>

/** What became of a batch. */
export type Delivery =
  /** Each has its verdict; what the appliance has of the numbers, where the door says so. */
  | { kind: 'verdicts'; verdicts: CommandVerdict[]; received: Received | null }
  /** Refused as a whole for what it is: too large or malformed. */
  | { kind: 'refused'; problem: Problem }
  /** The door does not take this tablet or person at all. */
  | { kind: 'closed'; problem: Problem }
  /** No answer that counts: the same batch may succeed later. */
  | { kind: 'passing' }

export interface DoorParts extends AskParts {
  /** Who is signed in at this tablet. */
  person_id: ReadonlySignal<string | null>
  /** Theirs; null while there is none. */
  token: () => string | null
  /** Gets a fresh token for the person who is signed in. */
  refresh: () => Promise<unknown>
  /** Hears of every answer, and of every silence. */
  heard: (heard: Heard) => void
}

/** Deadline of one batch; then it is sent again, with the same keys. */
const DEADLINE_MS = 8_000
/** A batch that is too large or malformed is so every time. */
const WHOLE = new Set([400, 413, 415, 422])

/** The door of an enrolled tablet: each command is signed, whoever is signed in now. */
export async function sendSigned(
  parts: DoorParts,
  tablet_id: string,
  commands: readonly SignedCommand[],
): Promise<Delivery> {
  const url = `/api/v1/tablets/${tablet_id}/commands`
  return deliveryOf(await post(parts, { url, commands, token: null }))
}

/** The door of a person: what they did themselves, with their token. */
export async function sendAsPerson(parts: DoorParts, entries: readonly Entry[]): Promise<Delivery> {
  const commands = entries.map(queuedOf)
  const send = () => post(parts, { url: '/api/v1/commands', commands, token: parts.token() })
  const first = await send()
  if (first.kind !== 'answer' || first.status !== 401) return deliveryOf(first)
  await parts.refresh()
  // Somebody else may have signed in meanwhile: their token would make it theirs.
  if (entries.some(({ person_id }) => person_id !== parts.person_id.peek())) return { kind: 'passing' }
  const second = await send()
  return second.kind === 'answer' && second.status === 401 ? { kind: 'passing' } : deliveryOf(second)
}

interface Post {
  url: string
  commands: readonly unknown[]
  token: string | null
}

async function post(parts: DoorParts, { url, commands, token }: Post): Promise<Heard> {
  const heard = await ask(parts, { method: 'POST', url, body: { commands }, token, deadline_ms: DEADLINE_MS })
  parts.heard(heard)
  return heard
}

function deliveryOf(heard: Heard): Delivery {
  if (heard.kind !== 'answer') return { kind: 'passing' }
  const { status, body } = heard
  if (status === 200 && isVerdicts(body)) {
    const { verdicts, received_seq, highest_seq, missing } = body
    const said = received_seq !== undefined && highest_seq !== undefined && missing !== undefined
    return { kind: 'verdicts', verdicts, received: said ? { received_seq, highest_seq, missing } : null }
  }
  if (!isProblem(body) || status < 400 || status >= 500 || status === 408 || status === 425 || status === 429)
    return { kind: 'passing' }
  return { kind: WHOLE.has(status) ? 'refused' : 'closed', problem: body }
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

function isVerdicts(body: unknown): body is { verdicts: CommandVerdict[] } & Partial<Received> {
  return isObject(body) && Array.isArray(body.verdicts)
}

function isProblem(body: unknown): body is Problem {
  return isObject(body) && typeof body.code === 'string' && typeof body.title === 'string'
}
