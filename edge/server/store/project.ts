import { changesOf } from '@flowviz/contract/change'
import { EVENT_VERSION, type LedgerEvent } from '@flowviz/contract/event'
import { generatedLotCode } from '@flowviz/contract/lot'
import { applier } from './apply.ts'
import { newerFacts, timely } from './newer.ts'
import type { PlantStore } from './plant-store.ts'
import { sourceOf } from './tlc-store.ts'

type EventOf<T extends LedgerEvent['type']> = Extract<LedgerEvent, { type: T }>
type Rule<T extends LedgerEvent['type']> = (event: EventOf<T>, seq: number) => void
type Rules = { [T in LedgerEvent['type']]?: Rule<T> }

export type Project = (event: LedgerEvent, seq: number) => void

const NONE: ReadonlySet<string> = new Set()
const GENERATED = /^(?<site>[A-Z0-9]{0,3})-(?<day>\d{6})-(?<line>[A-Z0-9]{1,4})-(?<number>\d{4,15})$/

/**
 * Makes the one function that turns events into tables: the writer, a heal, a recovery and a rebuild all call it, so
 * they cannot differ. What an event changes in the plant's tables is said by `changesOf` for both buildings; here is
 * only what the appliance keeps for itself. An event that has been projected before changes nothing. What a newer
 * release wrote (a higher `v`, an unknown type) gets its place in the ledger's index and no more.
 */
export function projector(store: PlantStore): Project {
  const { events, lots, tlcs, devices, people, seals } = store
  const apply = applier(store)

  const newerThan = newerFacts(store)
  /** `epoch`: that of a lost history which the event comes from; null: it is the newest. */
  const change = (event: LedgerEvent, seq: number, epoch: number | null): void => {
    const newer = epoch === null ? NONE : newerThan(epoch, seq)
    const at = { seq, recorded_at: event.recorded_at, lenient: epoch !== null }
    changesOf(event).forEach((one, n) => {
      for (const left of timely(one, newer, lots)) apply(left, at, n)
    })
  }
  const countLotCode: Rule<'lot.registered'> = ({ data: { tlc_source, lot_code } }) => {
    const generated = GENERATED.exec(lot_code)?.groups
    if (generated === undefined) return
    // A code that a person typed in the generated form counts too: the next generated one must not meet it.
    const { day, line, number } = generated as { day: string; line: string; number: string }
    if (lot_code.startsWith(generatedLotCode(tlc_source, { day, line, number: 0 }).slice(0, -4)))
      lots.raiseNumber(day, line, Number(number))
  }
  const keepTlc: Rule<'lot.registered'> = ({ data }) => {
    const { lot_id, supplier, supplier_lot_code, more } = data
    const lot_key = supplier_lot_code === null ? null : lots.keyOf(lot_id)
    if (supplier_lot_code === null || lot_key === null) return
    const { supplier_id = null, supplier_tlc_source = null } = more ?? {}
    tlcs.add(supplier_lot_code, { lot_key, source: sourceOf({ supplier, supplier_id, supplier_tlc_source }) })
  }
  const epochStarted: Rule<'epoch.started'> = event => {
    // Readings after this one were lost and their numbers are given anew, so they must be sealed anew.
    seals.set(Math.min(seals.get(), event.data.readings_seq))
  }
  /** What only adds a fact comes back with a lost history; devices are as the present file says. */
  const lasting: Rules = {
    'lot.registered': (event, seq) => {
      countLotCode(event, seq)
      keepTlc(event, seq)
    },
    'person.created': ({ data: { person_id, role } }, seq) => {
      if (!people.known(person_id)) people.create(person_id, role, seq)
    },
    'person.changed': ({ data }, seq) => people.change(data, seq),
  }
  const rules: Rules = {
    ...lasting,
    'device.registered': (event, seq) => devices.put(event.data.config, seq),
    'device.changed': (event, seq) => devices.put(event.data.config, seq),
    'device.retired': (event, seq) => devices.retire(event.data.device_id, seq),
    'reading.sealed': event => seals.set(event.data.to_seq),
    'epoch.started': epochStarted,
    'ledger.recovered': (event, seq) => recover(event.data, seq),
  }
  const follow = (known: Rules, event: LedgerEvent, seq: number): void => {
    const rule = known[event.type] as ((event: LedgerEvent, seq: number) => void) | undefined
    rule?.(event, seq)
  }
  function recover({ body, epoch }: EventOf<'ledger.recovered'>['data'], seq: number): void {
    const event = JSON.parse(body) as LedgerEvent
    if (!events.placeInside(event, seq) || event.v > EVENT_VERSION) return
    change(event, seq, epoch)
    if (event.type === 'ledger.recovered') recover(event.data, seq)
    else follow(lasting, event, seq)
  }
  return (event, seq) => {
    if (!events.place(event, seq) || event.v > EVENT_VERSION) return
    change(event, seq, null)
    follow(rules, event, seq)
  }
}
