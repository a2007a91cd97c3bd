import type { EventData } from '../../event.ts'
import type { Said, SensorElement, Told } from '../event.ts'
import { classes, deviceUri, type Known, placeUri } from '../known.ts'

/** Units of measured values, by their UCUM code: what is measured, and the unit's code in UN/ECE Recommendation 20. */
const MEASURED: Readonly<Record<string, [type: string, uom: string]>> = {
  Cel: ['Temperature', 'CEL'],
  '[degF]': ['Temperature', 'FAH'],
  kg: ['Mass', 'KGM'],
  g: ['Mass', 'GRM'],
  mg: ['Mass', 'MGM'],
  t: ['Mass', 'TNE'],
  '[lb_av]': ['Mass', 'LBR'],
  '[oz_av]': ['Mass', 'ONZ'],
  L: ['Volume', 'LTR'],
  mL: ['Volume', 'MLT'],
  '%': ['Dimensionless', 'P1'],
}

type Report = SensorElement['sensorReport'][number]

/** What a value in its unit is in the words of sensors; null for what is no number, or of no known unit. */
export function measured(value: string | null, unit: string | null): Report | null {
  const [type, uom] = Object.hasOwn(MEASURED, unit ?? '') ? MEASURED[unit!]! : []
  if (value === null || type === undefined || uom === undefined || !/^-?\d+(\.\d+)?$/.test(value)) return null
  return { type, value: Number(value), uom }
}

/** Points of a curve in one event at most: an event that is too long is captured by nobody. */
const POINTS_MAX = 100

type Opened = EventData<'deviation.opened'>
type Ended = EventData<'excursion.ended'>

const sensorOf = ({ device_id, instrument_id }: Opened, known: Known): { deviceID?: string } => {
  const id = device_id ?? instrument_id
  return id === null ? {} : { deviceID: deviceUri(id, known) }
}

/** Where the room is that was watched; a room without a place is where its sensor is. */
function seenAt(opened: Opened, known: Known): string | null {
  const { monitor_id, monitor_version, device_id, instrument_id } = opened
  const place = monitor_id === null ? null : known.watchedPlace(monitor_id, monitor_version ?? 1)
  if (place !== null) return placeUri(place, known)
  const id = device_id ?? instrument_id
  return id === null ? null : deviceUri(id, known)
}

function reported(opened: Opened, sensorElementList: SensorElement[], known: Known): Said[] {
  const place = seenAt(opened, known)
  if (place === null) return []
  const { deviation_id, channel, limit, lot_ids } = opened
  return [
    {
      type: 'ObjectEvent',
      action: 'OBSERVE',
      bizStep: 'sensor_reporting',
      ...(lot_ids.length === 0 ? {} : { quantityList: classes(lot_ids, known) }),
      readPoint: { id: place },
      sensorElementList,
      'fv:deviationId': deviation_id,
      ...(channel === null ? {} : { 'fv:channel': channel }),
      ...(limit === null ? {} : { 'fv:limit': limit }),
    },
  ]
}

/** The highest and the lowest of a curve, and as many of its points as an event holds, the worst among them. */
function curveOf({ curve, worst_value, unit }: Ended): Report[] {
  const points = curve.flatMap(({ at, value }) => {
    const report = measured(value, unit)
    return report === null ? [] : [{ ...report, time: at, isWorst: value === worst_value }]
  })
  const [first] = points
  if (first === undefined) return []
  const each = Math.ceil(points.length / POINTS_MAX)
  const told = points.filter(({ isWorst }, at) => isWorst || at % each === 0 || at === points.length - 1)
  const values = points.map(({ value }) => value!)
  const { type, uom } = first
  return [
    { type, minValue: Math.min(...values), maxValue: Math.max(...values), uom: uom! },
    ...told.map(({ isWorst, ...report }) => (isWorst ? { ...report, exception: 'ALARM_CONDITION' } : report)),
  ]
}

/** What sensors tell of goods and rooms that were not as they should be. */
export const SENSOR_RULES = {
  'deviation.opened': ({ data }: Told<Opened>, known: Known): Said[] => {
    const report = measured(data.value, data.unit)
    if (report === null) return []
    const sensorMetadata = { time: data.began_at, ...sensorOf(data, known) }
    return reported(data, [{ sensorMetadata, sensorReport: [{ ...report, exception: 'ALARM_CONDITION' }] }], known)
  },
  'excursion.ended': ({ data }: Told<Ended>, known: Known): Said[] => {
    const opened = known
      .history(`deviation:${data.deviation_id}`)
      .map(({ event }) => event)
      .find(event => event.type === 'deviation.opened')
    const sensorReport = curveOf(data)
    if (opened === undefined || sensorReport.length === 0) return []
    // The curve begins with the last point that was right.
    const startTime = data.curve[0]?.at ?? opened.data.began_at
    const sensorMetadata = { startTime, endTime: data.ended_at, ...sensorOf(opened.data, known) }
    return reported(opened.data, [{ sensorMetadata, sensorReport }], known)
  },
}
