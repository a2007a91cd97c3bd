import { learn, nothingKnown } from './memory.ts'
import { broken, type EventOf, type Told } from './told.ts'

interface Stay {
  lot_id: string
  account: string
  from: string
  to: string
}
const FOREVER = '9999'

/** When each lot stood where, by the postings. */
function staysOf(told: readonly Told[]): Stay[] {
  const stays: Stay[] = []
  const inside = new Map<string, { stay: Stay; weight_mg: number }>()
  const change = (lot_id: string, account: string, { by, at }: { by: number; at: string }): void => {
    const key = `${lot_id} ${account}`
    const here = inside.get(key) ?? { stay: { lot_id, account, from: at, to: FOREVER }, weight_mg: 0 }
    if (here.weight_mg === 0) stays.push(here.stay)
    here.weight_mg += by
    inside.set(key, here)
    if (here.weight_mg > 0) return
    here.stay.to = at
    inside.delete(key)
  }
  for (const { event } of told) {
    const at = event.recorded_at
    if (event.type === 'lot.registered') {
      const { lot_id, weight_mg, more } = event.data
      change(lot_id, `location:${more?.location_id ?? 'receiving'}`, { by: weight_mg, at })
    }
    for (const { lot_id, from, to, quantity } of 'postings' in event.data ? event.data.postings : []) {
      if (from.startsWith('location:')) change(lot_id, from, { by: -quantity.weight_mg, at })
      if (to.startsWith('location:')) change(lot_id, to, { by: quantity.weight_mg, at })
    }
  }
  return stays
}

function heldFor(deviation_id: string, told: readonly Told[]): Set<string> {
  const holds = new Set<string>()
  const lots = new Set<string>()
  for (const { event } of told) {
    const { type, data } = event
    if (type === 'hold.placed' && data.deviation_id === deviation_id) holds.add(data.hold_id)
    if ((type === 'hold.placed' || type === 'hold.widened') && holds.has(data.hold_id))
      for (const id of data.lot_ids) lots.add(id)
  }
  return lots
}

/** Lots that stood where a probe showed too much or too little, and are not held for it. */
export function probeProblems(told: readonly Told[]): string[] {
  const memory = nothingKnown()
  for (const { event } of told) learn(event, memory)
  const stays = staysOf(told)
  return told.flatMap(({ event }) => {
    if (event.type !== 'temperature.entered') return []
    const { verdict, deviation_id, location_id } = event.data
    if (verdict !== 'low' && verdict !== 'high') return []
    if (deviation_id === null) return [broken(event, 'it is outside, and no deviation is open')]
    const held = heldFor(deviation_id, told)
    const place = `location:${location_id}`
    return stays
      .filter(({ account }) => account === place || account.startsWith(`${place}/`))
      .filter(({ from, to }) => from < event.recorded_at && to > event.recorded_at)
      .filter(({ lot_id }) => !held.has(lot_id) && memory.lots.get(lot_id)?.gone === false)
      .map(({ lot_id }) => broken(event, `${lot_id} stood there and is not held`))
  })
}

/** Lots that stood in a room while it was outside its limit and are not held for it; readings are judged up to now. */
export function roomProblems(told: readonly Told[]): string[] {
  const memory = nothingKnown()
  for (const { event } of told) learn(event, memory)
  const stays = staysOf(told)
  const rooms = new Map<string, string>()
  return told.flatMap(({ event }) => {
    if (event.type === 'monitor.drafted') rooms.set(event.data.monitor.monitor_id, event.data.monitor.location_id)
    if (event.type !== 'deviation.opened' || event.data.cause !== 'excursion') return []
    const { deviation_id, began_at, monitor_id } = event.data
    const ended = told.find(
      ({ event: { type, data } }) => type === 'excursion.ended' && data.deviation_id === deviation_id,
    )?.event as EventOf<'excursion.ended'> | undefined
    const to = ended?.data.ended_at ?? FOREVER
    const room = `location:${rooms.get(monitor_id ?? '')}`
    const held = heldFor(deviation_id, told)
    return stays
      .filter(stay => stay.account === room || stay.account.startsWith(`${room}/`))
      .filter(stay => stay.from < to && stay.to > began_at)
      .filter(({ lot_id }) => !held.has(lot_id) && memory.lots.get(lot_id)?.gone === false)
      .map(({ lot_id, from }) => broken(event, `${lot_id} stood there from ${from} on and is not held`))
  })
}
