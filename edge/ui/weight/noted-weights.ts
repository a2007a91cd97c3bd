import { computed, effect, type ReadonlySignal, signal } from '@preact/signals'
import type { ShownEntry } from '../outbox/entry.ts'
import type { Intent, Outbox } from '../outbox/outbox.ts'
import { byHand } from './weighing.ts'

/** What stood on the display when a command asked for the scale's weight. */
export interface Noted {
  weight_kg: string
  scale: string
  person_id: string
  /** The person decided that this is the weight, should the scale's own be had no more. */
  taken: boolean
}

/** What the display showed, for each command that waits for a weight of a scale. */
export interface NotedWeights {
  note: (key: string, noted: Omit<Noted, 'taken'>) => void
  of: (key: string) => Noted | undefined
  /**
   * Takes what the display showed as a weight by hand. A command that can still be sent in time keeps its weight of the
   * scale; one that the appliance has refused, or refuses later, is decided anew.
   */
  take: (key: string) => void
  /** Keys of commands that another one, by hand, took the place of, each with the key of that one. */
  replaced: ReadonlySignal<ReadonlyMap<string, string>>
}

export interface NotedParts {
  outbox: Pick<Outbox, 'attention' | 'entries' | 'entry' | 'redecide'>
  person_id: ReadonlySignal<string | null>
  storage: Pick<Storage, 'getItem' | 'setItem'>
  /** The reason that the record will give. */
  reason: (noted: Noted) => string
  report: (error: unknown) => void
}

const STORE_KEY = 'flowviz.noted-weights'
/** Refusals that a weight by hand makes up for; any other says something of the command itself. */
const OF_WEIGHT: ReadonlySet<string> = new Set([
  'weight_late',
  'weight_missing',
  'scale_not_found',
  'scale_silent',
  'scale_unstable',
  'scale_refused',
])

/** True for a command that was refused for nothing but its weight. */
export const isWeightRefused = ({ state, problem }: Pick<ShownEntry, 'state' | 'problem'>): boolean =>
  state === 'rejected' && OF_WEIGHT.has(problem?.code ?? '')

/**
 * Keeps a weight of a scale from becoming the weight of something else (docs/decisions/0026-weights-offline.md). Only
 * who saw the display may let it count, so a decision anew waits for that person.
 */
export function createNotedWeights(parts: NotedParts): NotedWeights {
  const { outbox, storage } = parts
  const kept = signal<ReadonlyMap<string, Noted>>(readNoted(storage.getItem(STORE_KEY)))
  kept.subscribe(value => storage.setItem(STORE_KEY, JSON.stringify([...value])))
  const replaced = signal<ReadonlyMap<string, string>>(new Map())
  const deciding = new Set<string>()

  const decide = async (entry: ShownEntry, noted: Noted) => {
    const body = byHand(entry.body, { weight_kg: noted.weight_kg, manual_reason: parts.reason(noted) })
    if (body === null || deciding.has(entry.key)) return
    deciding.add(entry.key)
    try {
      const { command, params, lane, after, about } = entry
      const kept = { ...(after === undefined ? {} : { after }), ...(about === null ? {} : { about }) }
      const intent = { command, params, body, lane, ...kept } as Intent
      const anew = await outbox.redecide(entry.key, intent)
      replaced.value = new Map(replaced.value).set(entry.key, anew.key)
    } catch (error) {
      // It stays among what needs attention, where a person decides.
      parts.report(error)
    } finally {
      deciding.delete(entry.key)
    }
  }

  effect(() => {
    for (const entry of outbox.attention.value) {
      const noted = kept.value.get(entry.key)
      const isHers = noted !== undefined && noted.person_id === parts.person_id.value
      if (isHers && noted.taken && isWeightRefused(entry)) void decide(entry, noted)
    }
  })
  const done = computed(() =>
    [...kept.value.keys()].filter(key => ['acked', 'given-up'].includes(outbox.entry(key)?.state ?? '')),
  )
  effect(() => {
    if (done.value.length > 0) kept.value = new Map([...kept.value].filter(([key]) => !done.value.includes(key)))
  })

  return {
    note: (key, noted) => {
      kept.value = new Map(kept.value).set(key, { ...noted, taken: false })
    },
    of: key => kept.value.get(key),
    take: key => {
      const noted = kept.value.get(key)
      if (noted !== undefined) kept.value = new Map(kept.value).set(key, { ...noted, taken: true })
    },
    replaced,
  }
}

function readNoted(text: string | null): Map<string, Noted> {
  try {
    return new Map(JSON.parse(text ?? '[]') as [string, Noted][])
  } catch {
    return new Map()
  }
}
