import type { Told } from '@flowviz/contract/about'
import { FlowError } from '@flowviz/contract/error'
import { REVIEWED_TYPES } from '@flowviz/contract/review'
import { sectionOf } from '../print/pack-section.ts'
import { eventIn } from '../store/event-body.ts'
import type { PackScope } from './job.ts'
import type { Source } from './source.ts'

interface Limits {
  /** More records are refused, never cut. */
  records_max: number
  /** Throws when the pack is not wanted any more. */
  heed: () => void
}

/** Of what a record names, these are followed to their own histories. */
const FOLLOWED = ['deviation_id', 'hold_id', 'action_id'] as const
/** Of a lot or a run also where it came from and where it went. */
const TRADED = ['receipt_id', 'shipment_id'] as const
/** What is signed in the rows right behind it. */
const SIGNED_BEHIND = /^(qc_plan|monitor|calibration|training)\.|^record\.reviewed$/
const ROWS_BEHIND = 4

type Fields = Readonly<Record<string, unknown>>

/**
 * The numbers of all records that belong into a pack, rising: what is asked for, and what it rests on (plan versions,
 * calibrations, reviews, trainings, the histories of its deviations and holds). No more than numbers are kept.
 * @throws FlowError pack_too_large
 */
export function recordsOf(of: PackScope, source: Source, limits: Limits): number[] {
  const scope = new Scope(source, limits)
  if ('lot_id' in of) scope.lot(of.lot_id)
  else if ('run_id' in of) scope.run(of.run_id)
  else scope.period(of)
  return scope.close()
}

class Scope {
  readonly #source: Source
  readonly #limits: Limits
  readonly #found = new Set<number>()
  readonly #queue: number[] = []
  readonly #followed = new Set<string>()
  #traded = true

  constructor(source: Source, limits: Limits) {
    this.#source = source
    this.#limits = limits
  }

  lot(lot_id: string): void {
    this.#about(`lot:${lot_id}`)
    const links = this.#source.plant.stock.links(lot_id)
    for (const link of [...(links?.parents ?? []), ...(links?.children ?? [])]) {
      this.#add(link.seq)
      this.#registered(link.lot_id)
    }
    const made_by = links?.parents.find(({ run_id }) => run_id !== null)?.run_id ?? null
    if (made_by !== null) this.#about(`run:${made_by}`)
  }

  run(run_id: string): void {
    this.#about(`run:${run_id}`)
    const run = this.#source.plant.run(run_id)
    for (const { lot_id } of run?.inputs ?? []) this.#registered(lot_id)
    for (const { lot_id } of run?.outputs ?? []) this.#about(`lot:${lot_id}`)
  }

  period(times: { from: string; to: string }): void {
    this.#traded = false
    const { ledger, plant, upto } = this.#source
    for (const { low, high } of ledger.spans(times, upto))
      for (const { seq, body } of ledger.between(low, high))
        if (sectionOf(eventIn(body).type) !== 'other') this.#add(seq)
    for (const { monitor_id } of plant.monitors()) this.#versions('monitor', monitor_id)
  }

  /** Follows what the records rest on until nothing new is found. */
  close(): number[] {
    for (let seq = this.#queue.pop(); seq !== undefined; seq = this.#queue.pop()) {
      const row = this.#source.ledger.row(seq)
      if (row !== null) this.#follow(seq, eventIn(row.body))
    }
    return [...this.#found].sort((a, b) => a - b)
  }

  #add(seq: number | null): void {
    if (seq === null || seq > this.#source.upto || this.#found.has(seq)) return
    this.#limits.heed()
    this.#found.add(seq)
    this.#queue.push(seq)
    const { records_max } = this.#limits
    if (this.#found.size > records_max)
      throw new FlowError('pack_too_large', `The pack would have more than ${records_max} records.`)
  }

  #once(what: string, work: () => void): void {
    if (this.#followed.has(what)) return
    this.#followed.add(what)
    work()
  }

  /** Every event that concerns a record. */
  #about(subject: string): void {
    this.#once(subject, () => {
      for (const { row } of this.#source.ledger.matching({ subject }, this.#source.upto)) this.#add(row.seq)
    })
  }

  #typed(subject: string, type: string): void {
    this.#once(`${type} ${subject}`, () => {
      for (const { row } of this.#source.ledger.matching({ subject, type }, this.#source.upto)) this.#add(row.seq)
    })
  }

  #registered(lot_id: string): void {
    this.#typed(`lot:${lot_id}`, 'lot.registered')
  }

  #versions(kind: 'qc_plan' | 'monitor', id: string): void {
    for (const step of ['drafted', 'approved']) this.#typed(`${kind}:${id}`, `${kind}.${step}`)
  }

  #follow(seq: number, told: Told): void {
    const data = (told.data ?? {}) as Fields
    for (const key of this.#traded ? [...FOLLOWED, ...TRADED] : FOLLOWED) {
      const id = data[key]
      if (typeof id === 'string') this.#about(`${key.slice(0, -'_id'.length)}:${id}`)
    }
    if (typeof data.monitor_id === 'string') this.#versions('monitor', data.monitor_id)
    for (const id of measuredWith(told)) this.#instrument(id)
    if (told.type === 'gate.decided') this.#decision(data)
    if (told.actor?.kind === 'person' && sectionOf(told.type) !== 'genealogy') this.#trainings(told.actor.id)
    if (REVIEWED_TYPES.some(type => type === told.type)) this.#add(this.#source.ledger.changedBy('review', String(seq)))
    if (SIGNED_BEHIND.test(told.type)) this.#signaturesOf(seq)
  }

  #decision({ plan_id, lot_id }: Fields): void {
    if (typeof plan_id === 'string') this.#versions('qc_plan', plan_id)
    if (typeof lot_id === 'string') this.#registered(lot_id)
  }

  /** What an instrument is, and all of its calibrations so far. */
  #instrument(id: string): void {
    this.#typed(`instrument:${id}`, 'instrument.defined')
    this.#once(`calibrations ${id}`, () => {
      for (const { at } of this.#all('calibration', id)) this.#add(at)
    })
  }

  #trainings(person_id: string): void {
    this.#once(`trainings ${person_id}`, () => {
      for (const { at } of this.#all('training', person_id)) this.#add(at)
    })
  }

  /** Records of a parent; each stands under the number of its first event. */
  *#all(kind: 'calibration' | 'training', parent: string) {
    const PAGE = 200
    for (let before: { at: number; id: string } | undefined; ; ) {
      const page = this.#source.plant.records({ kind, parent, before, limit: PAGE })
      yield* page
      if (page.length < PAGE) return
      before = page.at(-1)!
    }
  }

  #signaturesOf(seq: number): void {
    for (const row of this.#source.ledger.between(seq + 1, seq + ROWS_BEHIND)) {
      const event = eventIn(row.body)
      if (event.type === 'record.signed' && event.data.signs.some(signed => signed.seq === seq)) this.#add(row.seq)
    }
  }
}

/** What a record was measured with: a device of the plant may be an instrument under the same id. */
function measuredWith({ data }: Told): string[] {
  const { instrument_id, device_id, monitor, weight } = (data ?? {}) as Fields
  const watched = (monitor as Fields | undefined)?.device_id
  const weighed = (weight as Fields | undefined)?.scale_id
  return [instrument_id, device_id, watched, weighed].filter(id => typeof id === 'string')
}
