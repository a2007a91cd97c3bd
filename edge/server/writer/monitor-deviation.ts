import { hash } from 'node:crypto'
import type { Monitor } from '@flowviz/contract/plant/monitor'
import { tell } from '@flowviz/contract/sentence'
import { uuidMaker } from '@flowviz/contract/uuid'
import type { Fact } from '../domain/excursion.ts'
import { decimate } from '../domain/excursion-curve.ts'
import { crossedLimit } from '../domain/excursion-limit.ts'
import type { Watch } from '../store/monitor-record.ts'
import type { CurvePoint, Excursion, MonitorState } from '../store/monitor-store.ts'
import type { Context } from './command-context.ts'
import { boxOf, holdMore, lotsInside } from './monitor-hold.ts'
import { openDeviation } from './rule/open-deviation.ts'

type Confirmed = Extract<Fact, { kind: 'confirmed' }>
type Ended = Extract<Fact, { kind: 'ended' }>

const CURVE_MAX = 500

/**
 * The id of the deviation that a reading begins: always the same. After a restore the same readings are judged again,
 * and what the ledger knows already is found by it.
 */
export function deviationId({ first }: Excursion, { device_id, channel, monitor_id }: Monitor, site: string): string {
  const name = hash('sha256', [site, monitor_id, device_id, channel, first.source].join('\n'), 'buffer')
  const bytes = (count: number) => Uint8Array.from(name.subarray(0, count))
  return uuidMaker(() => Date.parse(first.at), bytes)()
}

/** How far the lots are known that stood inside: to the end of the excursion, to the last reading judged, or to now. */
export interface Window {
  to: string
  followed: boolean
}

/**
 * Opens the deviation of a confirmed excursion and holds everything that stood in the place since it began; gives the
 * excursion as it is kept from now on. Does nothing when the ledger knows the deviation.
 */
export function openExcursion(
  { at, excursion }: Confirmed,
  { watch: { monitor, version }, window }: { watch: Watch; window: Window },
  context: Context,
): Excursion {
  const { store, site } = context
  const { first, began_at, last_good_at, from_at } = excursion
  const deviation_id = deviationId(excursion, monitor, site)
  const known = store.records.get('deviation', deviation_id)
  if (known !== null)
    return { ...excursion, deviation_id, hold_id: known.body.hold_id as string | null, followed: true }
  const { monitor_id, title, device_id, channel, location_id, unit } = monitor
  const side = crossedLimit(first.value, unit, monitor) ?? excursion.side
  const bound = side === 'low' ? monitor.low! : monitor.high!
  const { value } = first
  const spoken = tell(side === 'low' ? 'excursion_low' : 'excursion_high', { title, value, limit: bound, unit })
  const lots = lotsInside(location_id, { from: from_at, to: window.to }, context)
  const { hold_id } = openDeviation(
    {
      deviation_id,
      actor: boxOf(context),
      cause: 'excursion',
      hold_cause: 'excursion',
      ...spoken,
      began_at,
      finding: {
        monitor_id,
        monitor_version: version,
        device_id,
        channel,
        instrument_id: store.records.get('instrument', device_id) === null ? null : device_id,
        value,
        unit,
        limit: `${side === 'low' ? 'min' : 'max'} ${bound}`,
        last_good_at,
        reading_seq: first.seq,
      },
      lots,
      occurred_at: at,
    },
    context,
  )
  return { ...excursion, deviation_id, hold_id, followed: window.followed }
}

/** Holds what stood inside between the last look and this one. */
export function widenExcursion(
  excursion: Excursion,
  { location_id, window }: { location_id: string; window: Window },
  context: Context,
): Excursion {
  const { deviation_id, hold_id, from_at } = excursion
  if (deviation_id === null || excursion.followed) return excursion
  const lots = lotsInside(location_id, { from: from_at, to: window.to }, context)
  const why = tell('stood_in_excursion', { location_id })
  return {
    ...excursion,
    hold_id: holdMore({ deviation_id, hold_id, why, lots }, context),
    followed: window.followed,
  }
}

/** Appends `excursion.ended` with the worst value and the curve, unless the ledger has it. */
export function endExcursion(
  { at, reading_seq, excursion, why }: Ended,
  { monitor_id, unit, points }: { monitor_id: string; unit: MonitorState['unit']; points: CurvePoint[] },
  { store, ledger, site }: Context,
): void {
  const { deviation_id, worst } = excursion
  const known = deviation_id === null ? null : store.records.get('deviation', deviation_id)
  if (deviation_id === null || known === null || known.body.ended_at != null) return
  const curve = decimate(points, CURVE_MAX, worst).map(({ at, value }) => ({ at, value }))
  ledger.append({
    type: 'excursion.ended',
    actor: boxOf({ site }),
    subject: `deviation:${deviation_id}`,
    data: { deviation_id, monitor_id, ended_at: at, reading_seq, worst_value: worst, unit, curve },
    occurred_at: at,
    reason: why,
  })
}
