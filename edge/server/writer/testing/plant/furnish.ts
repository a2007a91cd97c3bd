import type { CommandBody } from '@flowviz/contract/command'
import { DEFAULT_SETTINGS } from '@flowviz/contract/plant/settings'
import { type Said, say } from './scene.ts'

type Gate = CommandBody<'draft-qc-plan'>['gates'][0]
const gate = (gate_no: number, gate_id: string, change: Partial<Gate>): Gate => ({
  gate_no,
  gate_id,
  title: gate_id,
  ccp: false,
  control: 'quality',
  checks: [],
  before_consume: [],
  before_ship: [],
  signed: false,
  reaction: 'Hold it.',
  ...change,
})

/** A short way through the plant: received, cooked, released by a signature. */
export const SHORT_PLAN: CommandBody<'draft-qc-plan'> = {
  plan_id: 'short',
  title: 'Three gates',
  gates: [
    gate(1, 'look', {
      before_consume: ['RAW', 'PACKAGING', 'REWORK'],
      before_ship: ['RAW'],
      checks: [{ parameter: 'colour', title: 'Colour is right', required: true }],
    }),
    gate(2, 'heat', {
      ccp: true,
      before_consume: ['WIP', 'FG'],
      checks: [{ parameter: 'core', title: 'Core', unit: 'Cel', low: '70', instrument_kind: 'thermometer' }],
    }),
    gate(3, 'free', { signed: true, before_ship: ['FG', 'WIP', 'REWORK'] }),
  ],
}

export const MONITOR: CommandBody<'draft-monitor'> = {
  monitor_id: 'cold-room-air',
  title: 'Cold room air',
  device_id: 'probe-1',
  channel: 'temperature',
  location_id: 'cold-room',
  unit: 'Cel',
  low: '0',
  high: '5',
  duration_s: 60,
  hysteresis: '0.5',
  missing_s: 1_200,
  ccp: true,
}

export const LASAGNE: CommandBody<'draft-recipe'> = {
  recipe_id: 'lasagne',
  title: 'Lasagne',
  item_id: 'lasagne',
  batch_kg: '100',
  inputs: [
    { item_id: 'beef', target_kg: '60', max_kg: '70' },
    { item_id: 'pasta', target_kg: '40' },
  ],
  by_products: ['broth'],
  yield_min_pct: '80',
  yield_max_pct: '100',
  tolerance_pct: '1',
  rework_max_pct: '20',
}

type Item = CommandBody<'define-item'>
const ITEMS: Record<string, Item> = {
  beef: { title: 'Beef', lot_type: 'RAW' },
  pasta: { title: 'Pasta', lot_type: 'RAW', allergens: ['wheat', 'gluten'] },
  nuts: { title: 'Nut butter', lot_type: 'RAW', allergens: ['tree_nut'], ftl_category: 'NUT_BUTTERS' },
  trays: { title: 'Trays', lot_type: 'PACKAGING', catch_weight: true },
  broth: { title: 'Broth', lot_type: 'WIP', plan_id: 'short' },
  lasagne: { title: 'Lasagne', lot_type: 'FG', allergens: ['milk', 'wheat', 'gluten'], shelf_life_days: 4 },
  stew: { title: 'Stew', lot_type: 'FG', plan_id: 'short', shelf_life_days: 3 },
}

type Location = CommandBody<'define-location'>
const LOCATIONS: Record<string, Location> = {
  receiving: { title: 'Receiving', kind: 'dock', allow_held: true },
  'cold-room': { title: 'Cold room', kind: 'storage', allow_held: true },
  'lane-fifo': { title: 'Lane', kind: 'lane', discipline: 'fifo', parent_id: 'cold-room' },
  'lane-fefo': { title: 'Other lane', kind: 'lane', discipline: 'fefo' },
  small: { title: 'Small place', kind: 'storage', capacity_kg: '120', capacity_lots: 2, allow_held: true },
  quarantine: { title: 'Quarantine', kind: 'quarantine', allow_held: true },
  dispatch: { title: 'Dispatch', kind: 'dispatch' },
  closed: { title: 'Closed', kind: 'storage', active: false },
}

type Party = CommandBody<'define-party'>
const PARTIES: Record<string, Party> = {
  farm: { title: 'Farm', kinds: ['supplier'], approved: true },
  stranger: { title: 'Stranger', kinds: ['supplier'] },
  shop: { title: 'Shop', kinds: ['customer'] },
  truck: { title: 'Truck', kinds: ['carrier'] },
}

type Instrument = CommandBody<'define-instrument'>
const INSTRUMENTS: Record<string, Instrument> = {
  'probe-1': { title: 'Probe', kind: 'thermometer', calibration_days: 2 },
  'probe-2': { title: 'Old probe', kind: 'thermometer', in_service: false },
  'scale-1': { title: 'Scale', kind: 'scale' },
}

/** With a block of SSCCs that a single pallet uses up. */
const SETTINGS: CommandBody<'configure-site'> = {
  ...DEFAULT_SETTINGS,
  sscc_block: { company_prefix: '3401234', extension: 3, first: 1, last: 1 },
}

/** Goods that a plant begins with, looked at already. */
const STOCK: readonly Said[] = ['beef', 'pasta', 'beef', 'pasta', 'trays'].flatMap((item_id, at) => {
  const lot_code = `FIRST-${at}`
  const values = [{ parameter: 'packaging', value: true }]
  const [count, lot_type] = item_id === 'trays' ? [{ count: 500 }, 'PACKAGING' as const] : [{}, 'RAW' as const]
  return [
    say('register-lot', { body: { lot_code, lot_type, item_id, weight_kg: '80', line: 'L1', ...count } }),
    say('decide-gate', { body: { lot_id: lot_code, gate_id: 1, decision: 'PASS', values } }),
  ]
})

/** What a plant has before its first day: drafts first, since another person approves them. */
export const FURNITURE: readonly Said[] = [
  say('configure-site', { body: SETTINGS }),
  say('draft-qc-plan', { body: SHORT_PLAN }),
  say('approve-qc-plan', { params: { plan_id: 'short', version: 1 }, body: {} }),
  ...Object.entries(ITEMS).map(([item_id, body]) => say('define-item', { params: { item_id }, body })),
  ...Object.entries(LOCATIONS).map(([location_id, body]) => say('define-location', { params: { location_id }, body })),
  ...Object.entries(PARTIES).map(([party_id, body]) => say('define-party', { params: { party_id }, body })),
  ...Object.entries(INSTRUMENTS).map(([instrument_id, body]) =>
    say('define-instrument', { params: { instrument_id }, body }),
  ),
  say('draft-recipe', { body: LASAGNE }),
  say('approve-recipe', { params: { recipe_id: 'lasagne', version: 1 }, body: {} }),
  say('draft-monitor', { body: MONITOR }),
  say('approve-monitor', { params: { monitor_id: MONITOR.monitor_id, version: 1 }, body: {} }),
  ...STOCK,
]
export { INSTRUMENTS, ITEMS, LOCATIONS, PARTIES }
