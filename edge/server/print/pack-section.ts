/** The parts of a pack, in the order of the paper. */
export const SECTIONS = [
  'plan',
  'gate',
  'monitor',
  'deviation',
  'hold',
  'review',
  'calibration',
  'genealogy',
  'training',
  'signature',
  'other',
] as const
export type Section = (typeof SECTIONS)[number]

export const SECTION_TITLES: Readonly<Record<Section, string>> = {
  plan: 'HACCP plan: versions in force',
  gate: 'Monitoring: decisions at gates',
  monitor: 'Continuous monitoring',
  deviation: 'Deviations, corrective actions, verification',
  hold: 'Holds, dispositions and recalls',
  review: 'Record reviews',
  calibration: 'Calibrations of the instruments used',
  genealogy: 'Lots, runs, receipts and shipments',
  training: 'Training of the people who decided',
  signature: 'Signatures',
  other: 'Other events',
}

const BY_NOUN: Readonly<Record<string, Section>> = {
  qc_plan: 'plan',
  gate: 'gate',
  monitor: 'monitor',
  excursion: 'deviation',
  limit: 'monitor',
  alarm: 'monitor',
  deviation: 'deviation',
  action: 'deviation',
  hold: 'hold',
  recall: 'hold',
  calibration: 'calibration',
  instrument: 'calibration',
  lot: 'genealogy',
  run: 'genealogy',
  receipt: 'genealogy',
  shipment: 'genealogy',
  kde: 'genealogy',
  training: 'training',
}
const BY_TYPE: Readonly<Record<string, Section>> = {
  'record.reviewed': 'review',
  'record.signed': 'signature',
}

/** The part of a pack that an event stands in, by its type. */
export function sectionOf(type: string): Section {
  return BY_TYPE[type] ?? BY_NOUN[type.split('.')[0] ?? ''] ?? 'other'
}
