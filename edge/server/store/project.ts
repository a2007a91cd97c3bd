import { EVENT_VERSION, type LedgerEvent } from '@flowviz/contract/event'
import { generatedLotCode } from '@flowviz/contract/lot'
import type { PlantStore } from './plant-store.ts'

type Projected = Pick<PlantStore, 'events' | 'lots' | 'devices' | 'people' | 'seals'>
type EventOf<T extends LedgerEvent['type']> = Extract<LedgerEvent, { type: T }>
type Rule<T extends LedgerEvent['type']> = (event: EventOf<T>, seq: number) => void

export type Project = (event: LedgerEvent, seq: number) => void

const GENERATED = /^(?<site>[A-Z0-9]{0,3})-(?<day>\d{6})-(?<line>[A-Z0-9]{1,4})-(?<number>\d{4,15})$/

/**
 * Makes the one function that turns events into tables: the writer, a heal, a recovery and a rebuild all call it, so
 * they cannot differ. An event that has been projected before changes nothing. What a newer release wrote (a higher
 * `v`, an unknown type) gets its place in the ledger's index and no more.
 */
export function projector({ events, lots, devices, people, seals }: Projected): Project {
  const lotRegistered: Rule<'lot.registered'> = (event, seq) => {
    const { lot_id, tlc_source, lot_code, lot_type, weight_mg } = event.data
    lots.add({ lot_id, tlc_source, lot_code, lot_type, weight_mg, day: event.recorded_at.slice(0, 10), seq })
    const generated = GENERATED.exec(lot_code)?.groups
    // A code that a person typed in the generated form counts too: the next generated one must not meet it.
    if (
      generated !== undefined &&
      lot_code.startsWith(
        generatedLotCode(tlc_source, { day: generated.day!, line: generated.line!, number: 0 }).slice(0, -4),
      )
    )
      lots.raiseNumber(generated.day!, generated.line!, Number(generated.number))
  }
  const personCreated: Rule<'person.created'> = (event, seq) => {
    const { person_id, role } = event.data
    if (!people.known(person_id)) people.create(person_id, role, seq)
  }
  const epochStarted: Rule<'epoch.started'> = event => {
    // Readings after this one were lost and their numbers are given anew, so they must be sealed anew.
    seals.set(Math.min(seals.get(), event.data.readings_seq))
  }
  /** Only what adds a fact comes back: devices are as the present file says, numbers as the present epoch counts. */
  const recover = (body: string, seq: number): void => {
    const event = JSON.parse(body) as LedgerEvent
    if (!events.place({ id: event.id, seq, type: null, subject: event.subject ?? '' })) return
    if (event.v > EVENT_VERSION) return
    if (event.type === 'lot.registered') lotRegistered(event, seq)
    else if (event.type === 'person.created') personCreated(event, seq)
    else if (event.type === 'ledger.recovered') recover(event.data.body, seq)
  }
  const rules: { [T in LedgerEvent['type']]?: Rule<T> } = {
    'lot.registered': lotRegistered,
    'person.created': personCreated,
    'device.registered': (event, seq) => devices.put(event.data.config, seq),
    'device.changed': (event, seq) => devices.put(event.data.config, seq),
    'device.retired': (event, seq) => devices.retire(event.data.device_id, seq),
    'reading.sealed': event => seals.set(event.data.to_seq),
    'epoch.started': epochStarted,
    'ledger.recovered': (event, seq) => recover(event.data.body, seq),
  }
  return (event, seq) => {
    if (!events.place({ id: event.id, seq, type: event.type, subject: event.subject ?? '' })) return
    if (event.v > EVENT_VERSION) return
    const rule = rules[event.type] as ((event: LedgerEvent, seq: number) => void) | undefined
    rule?.(event, seq)
  }
}
