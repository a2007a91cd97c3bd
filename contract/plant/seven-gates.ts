import type { LotType } from '../lot-word.ts'
import type { QcCheck, QcGate, QcPlan } from './qc-plan.ts'

const yes = (parameter: string, title: string): QcCheck => ({ parameter, title })
const within = (parameter: string, title: string, limits: Omit<QcCheck, 'parameter' | 'title'>): QcCheck => ({
  parameter,
  title,
  ...limits,
})
type Between = { consume?: LotType[]; ship?: LotType[] }
const before = ({ consume = [], ship = [] }: Between) => ({ before_consume: consume, before_ship: ship })

const RECEIVING: QcGate = {
  gate_no: 1,
  gate_id: 'receiving',
  title: 'Receiving inspection',
  ccp: false,
  control: 'PC-supply-chain',
  checks: [
    yes('supplier-approved', 'Supplier approved for this item'),
    yes('documents', 'Lot code, certificate and documents are there'),
    within('product-temperature', 'Product temperature, chilled', {
      unit: 'Cel',
      high: '5.0',
      instrument_kind: 'thermometer',
    }),
    yes('packaging', 'Packaging whole, seals whole, no pests'),
    yes('allergens-match', 'Allergens as declared'),
  ],
  ...before({ consume: ['RAW', 'PACKAGING', 'REWORK'], ship: ['RAW', 'PACKAGING'] }),
  signed: false,
  frequency: 'each lot',
  reaction: 'Hold or reject the lot.',
  citation: '21 CFR 117.190(a)(5), 1.1345',
}

const PRE_OP: QcGate = {
  gate_no: 2,
  gate_id: 'pre-op',
  title: 'Pre-op sanitation and line clearance',
  ccp: false,
  control: 'PC-sanitation, PC-allergen',
  checks: [
    yes('visually-clean', 'Visually clean'),
    within('atp', 'ATP on food contact surfaces', { unit: 'RLU', high: '150', instrument_kind: 'atp_meter' }),
    yes('allergen-swab', 'Allergen swab negative after a changeover'),
    yes('labels-cleared', 'Labels of the last run removed'),
    yes('detector-tested', 'Detector tested'),
  ],
  ...before({}),
  signed: false,
  frequency: 'before each start and changeover',
  reaction: 'Do not start; clean again.',
  citation: '21 CFR 117.135(c)',
}

const COOK: QcGate = {
  gate_no: 3,
  gate_id: 'cook',
  title: 'Cook',
  ccp: true,
  control: 'CCP, PC-process',
  checks: [
    within('core-temperature', 'Core temperature of the coldest piece', {
      unit: 'Cel',
      low: '74.0',
      instrument_kind: 'thermometer',
    }),
  ],
  ...before({ consume: ['WIP', 'FG'] }),
  signed: false,
  frequency: 'each batch',
  reaction: 'Deviation and hold; cook again or destroy.',
  citation: '9 CFR 381.150, FSIS Appendix A',
}

const CHILL: QcGate = {
  gate_no: 4,
  gate_id: 'chill',
  title: 'Chill',
  ccp: true,
  control: 'CCP, PC-process',
  checks: [
    within('minutes-54-to-27', 'From 54.4 to 26.7 °C', { unit: 'min', high: '90' }),
    within('minutes-27-to-4', 'From 26.7 to 4.4 °C', { unit: 'min', high: '300' }),
    within('end-temperature', 'Temperature at the end', { unit: 'Cel', high: '4.4', instrument_kind: 'thermometer' }),
  ],
  ...before({ consume: ['WIP', 'FG'] }),
  signed: false,
  frequency: 'each rack',
  reaction: 'Deviation and hold; evaluate the curve.',
  citation: 'FSIS-GD-2021-13, Appendix B',
}

const METAL: QcGate = {
  gate_no: 5,
  gate_id: 'metal-detection',
  title: 'Metal detection',
  ccp: true,
  control: 'CCP, PC-process',
  checks: [
    yes('fe-rejected', 'Test piece Fe detected and rejected'),
    yes('non-fe-rejected', 'Test piece non-Fe detected and rejected'),
    yes('ss-rejected', 'Test piece stainless steel detected and rejected'),
    yes('reject-bin', 'Reject bin counted'),
  ],
  ...before({}),
  signed: false,
  frequency: 'start, every 60 min, product change, end',
  reaction: 'Stop; hold everything back to the last good test and pass it again.',
  citation: 'CPG 555.425',
}

const PACK: QcGate = {
  gate_no: 6,
  gate_id: 'pack',
  title: 'Pack: seal, weight, code and label',
  ccp: false,
  control: 'quality, PC-allergen',
  checks: [
    yes('seals', 'Five seals without a leak'),
    yes('net-weight', 'Mean weight at least the label, none below the tolerance'),
    yes('code-legible', 'Date and lot code right and legible'),
    yes('label-scan', 'Bar code scanned back: item, lot and date of this run'),
    yes('allergen-statement', 'Allergen statement as on the artwork'),
  ],
  ...before({}),
  signed: false,
  frequency: 'start, every 30 min, reel change, end',
  reaction: 'Stop; label again or hold since the last good check.',
  citation: '21 CFR 101, 117.135(c)(2)',
}

const RELEASE: QcGate = {
  gate_no: 7,
  gate_id: 'release',
  title: 'Final release, pre-shipment review',
  ccp: false,
  control: 'verification',
  checks: [
    yes('gates-passed', 'All gates passed, or their deviations are closed'),
    yes('ccp-records', 'CCP records complete and reviewed'),
    yes('balance-closed', 'Mass balance closed'),
    yes('no-holds', 'No open hold'),
  ],
  ...before({ ship: ['FG', 'WIP', 'REWORK'] }),
  signed: false,
  frequency: 'each lot before its first shipment',
  reaction: 'The lot stays in the plant.',
  citation: '9 CFR 417.5(c)',
}

/**
 * The plan that a plant begins with, as version 1 of `seven-gates`: examples (food-domain F4), which the plant edits
 * and validates. Every change of a number is a new version, so this one stays as it is for ever.
 */
export const SEVEN_GATES: QcPlan = {
  plan_id: 'seven-gates',
  title: 'Seven gates of a ready-meal plant',
  gates: [RECEIVING, PRE_OP, COOK, CHILL, METAL, PACK, RELEASE],
}
export const SEVEN_GATES_VERSION = 1
