import { hexOf } from '@flowviz/contract/chain'
import { type Change, changesOf } from '@flowviz/contract/change'
import type { EventData, LedgerEvent } from '@flowviz/contract/event'
import type { LotStore } from './lot-store.ts'
import type { PlantStore } from './plant-store.ts'

/** Everything of which a change says something and the last word counts, field by field. */
function fieldsOf(change: Change): string[] {
  switch (change.to) {
    case 'lot':
      return [`lot ${change.lot.lot_id} status`, `lot ${change.lot.lot_id} gate`]
    case 'lot-state':
      return [`lot ${change.lot_id} status`, ...(change.gate_passed === undefined ? [] : [`lot ${change.lot_id} gate`])]
    case 'held':
    case 'freed':
      return [`hold ${change.hold_id} ${change.lot_id}`]
    case 'record':
      return [
        ...Object.keys(change.set).map(key => `${change.of} ${change.id} .${key}`),
        ...(change.state === undefined ? [] : [`${change.of} ${change.id} state`]),
        ...(change.parent === undefined ? [] : [`${change.of} ${change.id} parent`]),
      ]
    default:
      return []
  }
}

/** What is left of a change that comes late: fields of which something newer is known stay as they are. */
export function timely(change: Change, newer: ReadonlySet<string>, lots: Pick<LotStore, 'byId'>): Change[] {
  if (newer.size === 0 || !fieldsOf(change).some(field => newer.has(field))) return [change]
  if (change.to === 'lot-state') return [timelyState(change, newer, lots)]
  return change.to === 'record' ? [timelyRecord(change, newer)] : []
}

type ChangeTo<T extends Change['to']> = Extract<Change, { to: T }>

function timelyState(
  { to, lot_id, status, gate_passed }: ChangeTo<'lot-state'>,
  newer: ReadonlySet<string>,
  lots: Pick<LotStore, 'byId'>,
): Change {
  const present = newer.has(`lot ${lot_id} status`) ? lots.byId(lot_id)?.status : undefined
  const gate = gate_passed === undefined || newer.has(`lot ${lot_id} gate`) ? {} : { gate_passed }
  return { to, lot_id, status: present ?? status, ...gate }
}

function timelyRecord(change: ChangeTo<'record'>, newer: ReadonlySet<string>): Change {
  const { of, id, set, state, parent, at } = change
  const own = Object.entries(set).filter(([key]) => !newer.has(`${of} ${id} .${key}`))
  return {
    to: 'record',
    of,
    id,
    set: Object.fromEntries(own),
    ...(state === undefined || newer.has(`${of} ${id} state`) ? {} : { state }),
    ...(parent === undefined || newer.has(`${of} ${id} parent`) ? {} : { parent }),
    ...(at === undefined ? {} : { at }),
  }
}

const PAGE = 1_000
const NONE: ReadonlySet<string> = new Set()

/** Fields that rows of this ledger say something of, from one row to another. */
interface Read {
  from: number
  upto: number
  /** Of row `upto`: a batch that was rolled back leaves another one there. */
  hash: string
  fields: Set<string>
}

/**
 * What this ledger has said since it went on without the end of an epoch. An event of that end comes back late: it
 * happened before all of this, and takes back none of it.
 */
export function newerFacts({ ledger, history }: Pick<PlantStore, 'ledger' | 'history'>) {
  let read: Read | null = null

  function resumedFrom(epoch: number): number | null {
    const found = history.page({ type: 'epoch.started' }, { below: Number.MAX_SAFE_INTEGER, limit: PAGE })
    const data = found.map(({ event }) => (event as unknown as { data: EventData<'epoch.started'> }).data)
    return data.find(one => one.epoch === epoch + 1)?.resumed_from.seq ?? null
  }
  function goOn(before: Read, seq: number): Read {
    let { upto, hash } = before
    while (upto < seq - 1) {
      const rows = ledger.rows(upto + 1, Math.min(PAGE, seq - 1 - upto))
      for (const { body } of rows)
        for (const field of changesOf(JSON.parse(body) as LedgerEvent).flatMap(fieldsOf)) before.fields.add(field)
      const last = rows.at(-1)!
      upto = last.seq
      hash = hexOf(last.hash)
    }
    return { ...before, upto, hash }
  }
  /** Fields that were said between the end of an epoch and a row of this ledger. */
  return (epoch: number, seq: number): ReadonlySet<string> => {
    const from = resumedFrom(epoch)
    if (from === null) return NONE
    const row = read?.from === from ? ledger.row(read.upto) : null
    const kept = row !== null && hexOf(row.hash) === read?.hash && row.seq < seq
    read = goOn(kept && read !== null ? read : { from, upto: from, hash: '', fields: new Set() }, seq)
    return read.fields
  }
}
