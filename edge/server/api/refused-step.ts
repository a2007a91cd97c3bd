import type { ErrorCode } from '@flowviz/contract/error'
import { codeOf } from '@flowviz/contract/error'
import type { Actor } from '@flowviz/contract/identity'
import type { AppParts } from './parts.ts'

/** Steps out of their turn, on what may not be used, or without the person that they take. */
const STEPS: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'state_wrong',
  'gate_missing',
  'lot_held',
  'lot_unusable',
  'lot_expired',
  'second_person_missing',
  'training_missing',
  'policy_unacknowledged',
])
/** The same try again within this time is one try: a screen that repeats itself must not fill the ledger. */
const GAP_MS = 60_000
/** So many different ones of a person are written in that time; somebody who tries everything has been noticed by then. */
const PER_GAP = 20

/** What was tried. */
export interface TriedStep {
  command: string
  params: object
  body: object
}

/** Puts refused steps into the ledger before they are answered (21 CFR 11.10(f)). Never rejects. */
export function refusedSteps({ plant, now, logger }: Pick<AppParts, 'plant' | 'now' | 'logger'>) {
  const written = new Map<string, Map<string, number>>()
  const isNew = (person_id: string, what: string): boolean => {
    const tries = written.get(person_id) ?? new Map<string, number>()
    written.set(person_id, tries)
    for (const [old, at] of tries) if (at + GAP_MS <= now()) tries.delete(old)
    if (tries.has(what) || tries.size >= PER_GAP) return false
    tries.set(what, now())
    return true
  }
  return async (actor: Actor, { command, params, body }: TriedStep, error: unknown): Promise<void> => {
    const code = codeOf(error)
    if (!STEPS.has(code)) return
    const subject = targetOf(params) ?? targetOf(body)
    if (!isNew(actor.id, `${command} ${code} ${subject}`)) return
    await plant
      .submit('record', {
        type: 'step.refused',
        actor,
        subject: `person:${actor.id}`,
        data: { command, code, subject },
        occurred_at: null,
      })
      .catch(err => logger.error({ err, command }, 'a refused step could not be recorded'))
  }
}

/** `lot:019a...` of a `lot_id`: what the step was tried on. */
function targetOf(fields: object): string | null {
  for (const [key, value] of Object.entries(fields))
    if (key.endsWith('_id') && typeof value === 'string') return `${key.slice(0, -3)}:${value}`.slice(0, 100)
  return null
}
