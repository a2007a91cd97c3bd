import type { EventData } from '../../event.ts'
import type { Decision, Disposition } from '../../quality-word.ts'
import type { Said, SensorElement, Told } from '../event.ts'
import { classes, deviceUri, type Known, kilograms, moved, recordTransaction } from '../known.ts'
import { from, left, observed } from './lot.ts'
import { measured } from './sensor.ts'

const JUDGED: Readonly<Record<Decision, string>> = {
  PASS: 'conformant',
  FAIL: 'non_conformant',
  HOLD: 'non_sellable_other',
}
/** What stays with a lot until another decision takes it away. */
const STAYS: Readonly<Record<Decision, { set: string[]; unset: string[] } | null>> = {
  PASS: { set: ['conformant'], unset: ['non_conformant'] },
  FAIL: { set: ['non_conformant'], unset: ['conformant'] },
  HOLD: null,
}

type GateDecided = EventData<'gate.decided'>

function sensed({ values, instrument_id }: GateDecided, at: string, known: Known): SensorElement[] {
  const sensorReport = values.flatMap(({ parameter, value, unit }) => {
    const report = measured(value, unit)
    return report === null ? [] : [{ ...report, 'fv:parameter': parameter }]
  })
  if (sensorReport.length === 0) return []
  const device = instrument_id === null ? {} : { deviceID: deviceUri(instrument_id, known) }
  return [{ sensorMetadata: { time: at, ...device }, sensorReport }]
}

function holding({ lot_ids, hold_id, cause }: EventData<'hold.widened'>, known: Known, rest: Partial<Said>): Said {
  const isRecall = cause === 'recall'
  return observed('holding', isRecall ? 'recalled' : 'non_sellable_other', {
    persistentDisposition: { set: isRecall ? ['recalled', 'unavailable'] : ['unavailable'] },
    quantityList: classes(lot_ids, known),
    'fv:holdId': hold_id,
    'fv:cause': cause,
    ...rest,
  })
}

const DONE: Readonly<Record<Disposition, Pick<Said, 'action' | 'bizStep' | 'disposition'>>> = {
  destroy: { action: 'DELETE', bizStep: 'destroying', disposition: 'destroyed' },
  return: { action: 'OBSERVE', bizStep: 'shipping', disposition: 'returned' },
  divert: { action: 'OBSERVE', bizStep: 'removing', disposition: 'non_sellable_other' },
  rework: { action: 'OBSERVE', bizStep: 'repairing', disposition: 'needs_replacement' },
  release: { action: 'OBSERVE', bizStep: 'inspecting', disposition: 'sellable_not_accessible' },
}

/** What gates, holds and dispositions mean. */
export const QUALITY_RULES = {
  'gate.decided': ({ data, occurred_at }: Told<GateDecided>, known: Known): Said[] => {
    const { decision_id, gate_id, ccp, decision, lot_id } = data
    const lots = [...data.lots.map(lot => lot.lot_id), ...(lot_id === null ? [] : [lot_id])]
    // A gate of a run alone judges a line, not goods.
    if (lots.length === 0) return []
    const stays = STAYS[decision]
    const sensorElementList = sensed(data, occurred_at, known)
    return [
      observed('inspecting', JUDGED[decision], {
        ...(stays === null ? {} : { persistentDisposition: stays }),
        quantityList: classes(lots, known),
        bizTransactionList: [recordTransaction('testres', decision_id, known)],
        ...(sensorElementList.length === 0 ? {} : { sensorElementList }),
        'fv:gate': gate_id,
        'fv:criticalControlPoint': ccp,
      }),
    ]
  },
  'hold.placed': ({ data }: Told<EventData<'hold.placed'>>, known: Known): Said[] =>
    data.lot_ids.length === 0 ? [] : [holding(data, known, { 'fv:reason': data.reason })],
  'hold.widened': ({ data }: Told<EventData<'hold.widened'>>, known: Known): Said[] =>
    data.lot_ids.length === 0 ? [] : [holding(data, known, {})],
  /** What is freed may be sold again; what waits to be destroyed, sent back or worked again stays held. */
  'hold.dispositioned': ({ data }: Told<EventData<'hold.dispositioned'>>, known: Known): Said[] => {
    const { hold_id, disposition, reason, lots, freed } = data
    const why = { 'fv:holdId': hold_id, 'fv:disposition': disposition, 'fv:reason': reason }
    const free = new Set(freed)
    const kept = lots.map(({ lot_id }) => lot_id).filter(id => !free.has(id))
    const released = observed('inspecting', disposition === 'release' ? 'sellable_not_accessible' : 'in_progress', {
      persistentDisposition: { unset: ['unavailable'] },
      quantityList: classes(freed, known),
      ...why,
    })
    const waiting = observed('inspecting', 'non_conformant', { quantityList: classes(kept, known), ...why })
    return [...(freed.length > 0 ? [released] : []), ...(kept.length > 0 ? [waiting] : [])]
  },
  'hold.executed': ({ data }: Told<EventData<'hold.executed'>>, known: Known): Said[] => {
    const { hold_id, disposition, lots, postings } = data
    const quantityList =
      postings.length > 0
        ? kilograms(moved(postings), known)
        : classes(
            lots.map(({ lot_id }) => lot_id),
            known,
          )
    if (quantityList.length === 0) return []
    return [
      { type: 'ObjectEvent', ...DONE[disposition], quantityList, ...from(left(postings), known), 'fv:holdId': hold_id },
    ]
  },
}
